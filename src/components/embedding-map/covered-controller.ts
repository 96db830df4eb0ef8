import type { LitElement, ReactiveController } from 'lit';
import type { Insets } from '../../engine';
import { coveredInsets } from './covered-area';

/** Reports what the panels of a map cover of it, whenever one of them, or the map, changes its size. */
export class CoveredController implements ReactiveController {
  readonly #host: LitElement;
  readonly #covered: (insets: Insets) => void;
  #observer: ResizeObserver | null = null;

  constructor(host: LitElement, covered: (insets: Insets) => void) {
    this.#host = host;
    this.#covered = covered;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#observer || !this.#host.isConnected) return;
    this.#observer = new ResizeObserver(() => this.measure());
    for (const element of [this.#host, ...this.#parts('.top-left, .top-right, .panels, .tools')]) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Measures and reports now. */
  measure(): void {
    const boxes = (selector: string) => this.#parts(selector).map((element) => element.getBoundingClientRect());
    this.#covered(coveredInsets(this.#host.getBoundingClientRect(), boxes('.top-left, .top-right'), boxes('.panels'), boxes('.tools > *')));
  }

  #parts(selector: string): Element[] {
    return [...this.#host.renderRoot.querySelectorAll(selector)];
  }
}
