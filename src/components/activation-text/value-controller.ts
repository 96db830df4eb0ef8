import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError } from '../../engine';
import { type ShownValues, type ValueRequest, ValueSource } from './value-source';

/** What the element hears. */
export interface ValueHooks {
  shown(values: ShownValues): void;
  failed(error: FvError): void;
}

/** Turns what is asked for into values to show, off the frame path. Of several requests the last wins; what was shown stays until then. */
export class ValueController implements ReactiveController {
  readonly source = new ValueSource();
  readonly #host: ReactiveControllerHost;
  readonly #hooks: ValueHooks;
  #abort: AbortController | null = null;
  #request: ValueRequest | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, hooks: ValueHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Resolves when the last request has been answered. */
  get done(): Promise<void> {
    return this.#done;
  }

  hostConnected(): void {
    // What was on its way when the element left its document is asked for again.
    if (this.#request) this.request(this.#request);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  request(request: ValueRequest | null): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#request = request;
    if (request) this.#done = this.#answer(request);
  }

  async #answer(request: ValueRequest): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      const shown = await this.source.show(request, abort.signal);
      if (this.#abort !== abort) return;
      this.#request = this.#abort = null;
      this.#hooks.shown(shown);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#request = this.#abort = null;
      this.#hooks.failed(FvError.from(error));
    }
    this.#host.requestUpdate();
  }
}
