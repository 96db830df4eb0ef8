import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError } from '../../engine';

/** What the element hears of its source. */
export interface SourceHooks<Data> {
  loaded(data: Data): void;
  failed(error: FvError): void;
}

/** Loads what an address names. Of several requests the last wins; none outlives the element's stay in a document. */
export class SourceController<Data> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: (src: string, metadataSrc: string, signal: AbortSignal) => Promise<Data>;
  readonly #hooks: SourceHooks<Data>;
  #abort: AbortController | null = null;
  #requested: [src: string, metadataSrc: string] = ['', ''];
  /** What was on its way when the element left its document: it is asked for again when it comes back. */
  #interrupted: [src: string, metadataSrc: string] | null = null;

  constructor(host: ReactiveControllerHost, load: (src: string, metadataSrc: string, signal: AbortSignal) => Promise<Data>, hooks: SourceHooks<Data>) {
    this.#host = host;
    this.#load = load;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Whether something is on its way. */
  get loading(): boolean {
    return this.#abort !== null;
  }

  hostConnected(): void {
    if (this.#interrupted) this.request(...this.#interrupted);
  }

  hostDisconnected(): void {
    this.#interrupted = this.#abort && this.#requested;
    this.cancel();
  }

  /** Drops what is on its way. */
  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  /** Loads what `src` and `metadataSrc` name; nothing where `src` is empty. */
  request(src: string, metadataSrc: string): void {
    this.cancel();
    this.#interrupted = null;
    this.#requested = [src, metadataSrc];
    if (src !== '') void this.#run(src, metadataSrc);
  }

  async #run(src: string, metadataSrc: string): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      const data = await this.#load(src, metadataSrc, abort.signal);
      if (this.#abort !== abort) return;
      this.#abort = null;
      this.#hooks.loaded(data);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#abort = null;
      this.#hooks.failed(FvError.from(error));
    }
    this.#host.requestUpdate();
  }
}
