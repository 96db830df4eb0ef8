import { columnLift, type ColumnLift } from '../../engine';
import type { TraceMode, TraceTarget } from '../controllers/pointer-gestures';
import { formatCount } from '../number-format';
import { selectionStringsFor } from '../strings/selection';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { SelectionPanel } from './panels/selection-panel';
import { combineIds } from './selection-ids';
import { SelectionTrace } from './selection-trace';

/** After so long without another selection its columns are compared, ms. */
const COMPARE_MS = 120;

/** Values told of a column. */
const MAX_VALUES = 4;

/** A column and how it is distributed in the selection. */
export interface NamedLift {
  name: string;
  lift: ColumnLift;
}

/** Outlines regions, tells what is selected, and keeps what the panel shows of it. */
export class SelectionTool implements MapTool {
  readonly trace: TraceTarget;
  readonly panel: MapPanel;
  readonly #context: MapContext;
  #open = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #comparing: AbortController | null = null;
  #lifts: readonly NamedLift[] | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    this.trace = new SelectionTrace(context, (rows, mode) => this.#traced(rows, mode));
    const panel = new SelectionPanel(context, this);
    this.panel = {
      template: () => panel.template(),
      opened: () => {
        this.#open = true;
        this.#compareSoon();
      },
      closed: () => {
        this.#open = false;
        this.#stop();
      },
    };
    context.subscribe((change) => {
      if (change === 'selection' || change === 'data' || change === 'rows') this.#compareSoon();
    });
  }

  /** How the columns differ between the selection and all points; null while that is not known. */
  get lifts(): readonly NamedLift[] | null {
    return this.#lifts;
  }

  disconnected(): void {
    this.trace.cancel();
    this.#stop();
  }

  #traced(rows: Uint32Array, mode: TraceMode): void {
    const context = this.#context;
    context.select(combineIds(context.selected, rows, mode, context.content.points));
    const strings = selectionStringsFor(context.locale);
    context.announce(strings.announceSelected(formatCount(context.selected.length, context.strings), formatCount(context.rows, context.strings)));
    if (context.selected.length > 0 && context.host.panel === '') context.open('selection');
  }

  #compareSoon(): void {
    this.#stop();
    this.#lifts = null;
    if (this.#open && this.#context.selected.length > 0) this.#timer = setTimeout(() => void this.#compare(), COMPARE_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#comparing?.abort();
  }

  async #compare(): Promise<void> {
    const { content, rows, selected } = this.#context;
    const comparing = new AbortController();
    this.#comparing = comparing;
    const lifts: NamedLift[] = [];
    try {
      for (const [name, column] of Object.entries(content.data?.columns ?? {})) {
        lifts.push({ name, lift: await columnLift(column, selected, rows, MAX_VALUES, comparing.signal) });
      }
    } catch (error) {
      if (comparing.signal.aborted) return;
      throw error;
    }
    this.#lifts = lifts;
    this.#context.requestUpdate();
  }
}
