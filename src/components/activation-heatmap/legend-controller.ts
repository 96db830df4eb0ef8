import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError, type ValueScale } from '../../engine';
import type { LegendValues } from '../activation-text/value-source';
import type { ShownHeatmap } from './heatmap-source';
import { unitLegend } from './unit-values';

/** Reads the values of a unit for the legend, in slices. Of several requests the last wins; what was read stays until then. */
export class LegendController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #failed: (error: FvError) => void;
  #work: AbortController | null = null;
  #values: LegendValues | null = null;

  constructor(host: ReactiveControllerHost, failed: (error: FvError) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  /** Null before there are any. */
  get values(): LegendValues | null {
    return this.#values;
  }

  hostDisconnected(): void {
    this.#work?.abort();
  }

  clear(): void {
    this.#work?.abort();
    this.#values = null;
  }

  show(shown: ShownHeatmap, unit: number, scale: ValueScale): void {
    this.#work?.abort();
    const { signal } = (this.#work = new AbortController());
    unitLegend(shown, unit, scale, signal).then((values) => {
      if (signal.aborted) return;
      this.#values = values;
      this.#host.requestUpdate();
    }, (error: unknown) => {
      if (!signal.aborted) this.#failed(FvError.from(error));
    });
  }
}
