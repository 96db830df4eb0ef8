import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { resolveColorScale, type ColorScale, type MetadataColumn } from '../../engine';

/**
 * Resolves a column into a colour scale off the frame path. Of several requests the last wins;
 * until it is ready the scale is null, or, for a longer version of the same column, the one before.
 */
export class ColorController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ready: (scale: ColorScale) => void;
  #column: MetadataColumn | null = null;
  #name = '';
  #scale: ColorScale | null = null;
  #abort: AbortController | null = null;

  constructor(host: ReactiveControllerHost, ready: (scale: ColorScale) => void) {
    this.#host = host;
    this.#ready = ready;
    host.addController(this);
  }

  hostDisconnected(): void {
    if (!this.#abort) return;
    this.#abort.abort();
    this.#abort = null;
    this.#column = null;
  }

  get scale(): ColorScale | null {
    return this.#scale;
  }

  /** Colours by this column, or by none. The same column again does nothing; another one of the same name takes over once it is ready. */
  setColumn(column: MetadataColumn | null, name: string): void {
    if (column === this.#column) return;
    this.#column = column;
    if (name !== this.#name || !column) this.#scale = null;
    this.#name = name;
    this.#abort?.abort();
    this.#abort = null;
    if (column) void this.#resolve(column);
  }

  async #resolve(column: MetadataColumn): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const scale = await resolveColorScale(column, abort.signal);
      this.#scale = scale;
      this.#abort = null;
      this.#ready(scale);
      this.#host.requestUpdate();
    } catch (error) {
      // An abort is how a newer request, or the end of the element, overtakes this one.
      if (!abort.signal.aborted) throw error;
    }
  }
}
