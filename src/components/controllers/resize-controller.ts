import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Size of an element, CSS pixels, and the device pixels per CSS pixel. */
export interface ElementSize {
  widthPx: number;
  heightPx: number;
  pixelRatio: number;
}

/** Reports the host's size and the device pixel ratio whenever either changes. */
export class ResizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #resized: (size: ElementSize) => void;
  #observer: ResizeObserver | null = null;
  #ratio: MediaQueryList | null = null;

  constructor(host: ReactiveControllerHost & Element, resized: (size: ElementSize) => void) {
    this.#host = host;
    this.#resized = resized;
    host.addController(this);
  }

  /** The size now. */
  get size(): ElementSize {
    return { widthPx: this.#host.clientWidth, heightPx: this.#host.clientHeight, pixelRatio: devicePixelRatio };
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#resized(this.size));
    this.#observer.observe(this.#host);
    this.#watchRatio();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#ratio?.removeEventListener('change', this.#ratioChanged);
    this.#ratio = null;
  }

  /** There is no event for the ratio itself: a query for the present one stops matching. */
  #watchRatio(): void {
    this.#ratio?.removeEventListener('change', this.#ratioChanged);
    this.#ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#ratio.addEventListener('change', this.#ratioChanged);
  }

  readonly #ratioChanged = () => {
    this.#watchRatio();
    this.#resized(this.size);
  };
}
