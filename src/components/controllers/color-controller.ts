import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ColorScale, ColorScaleOptions, MetadataColumn } from '../../engine';
import type { ColumnPart } from './resolve-color-scale';

/**
 * Resolves a column into a colour scale off the frame path. Of several requests the last wins; until it is ready the
 * scale is null, or, for a longer version of the same column or other options, the one before.
 */
export class ColorController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ready: (scale: ColorScale) => void;
  #column: MetadataColumn | null = null;
  #name = '';
  #options: ColorScaleOptions = {};
  #optionsKey = '{}';
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

  /**
   * Colours by this column, or by none. The same column with the same options again does nothing; another one of the
   * same name, or with other options, takes over once it is ready.
   * @param part where the column is some rows of another one, whose categories give the colours.
   */
  setColumn(column: MetadataColumn | null, name: string, options: ColorScaleOptions = {}, part: ColumnPart | null = null): void {
    const optionsKey = JSON.stringify(options);
    if (column === this.#column && optionsKey === this.#optionsKey) return;
    this.#column = column;
    if (name !== this.#name || !column) this.#scale = null;
    this.#name = name;
    this.#options = options;
    this.#optionsKey = optionsKey;
    this.#abort?.abort();
    this.#abort = null;
    if (column) void this.#resolve(column, part);
  }

  async #resolve(column: MetadataColumn, part: ColumnPart | null): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const { resolveColorScale } = await import('./resolve-color-scale');
      const scale = await resolveColorScale(column, part, { ...this.#options, signal: abort.signal });
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
