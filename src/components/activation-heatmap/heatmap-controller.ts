import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError } from '../../engine';
import { HeatmapSource, type HeatmapRequest, type ShownHeatmap } from './heatmap-source';

/** Turns what is asked for into what is drawn, off the frame path. Of several requests the last wins; what was shown stays until then. */
export class HeatmapController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: { shown(shown: ShownHeatmap): void; failed(error: FvError): void };
  readonly #source = new HeatmapSource();
  #abort: AbortController | null = null;
  #request: HeatmapRequest | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, hooks: { shown(shown: ShownHeatmap): void; failed(error: FvError): void }) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Resolves when the last request has been answered. */
  get done(): Promise<void> {
    return this.#done;
  }

  get working(): boolean {
    return this.#abort !== null;
  }

  hostConnected(): void {
    // What was on its way when the element left its document is asked for again.
    if (this.#request) this.request(this.#request);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#source.dispose();
  }

  request(request: HeatmapRequest | null): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#request = request;
    if (request) this.#done = this.#answer(request);
  }

  async #answer(request: HeatmapRequest): Promise<void> {
    const abort = (this.#abort = new AbortController());
    try {
      const shown = await this.#source.show(request, abort.signal);
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
