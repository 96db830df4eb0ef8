import { FvError, type Bounds } from '../../engine';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { listStringsFor } from '../strings/list';
import { rowsInScope } from './list/rows-in-scope';
import { sortedRows } from './list/sorted-rows';
import type { MapChange, MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { ListPanel } from './panels/list-panel';

/** The list follows the map no more often than this, ms. */
const FOLLOW_MS = 200;

/** Changes after which other points may be listed. A layout that runs is followed once it rests. */
const OTHER_POINTS: ReadonlySet<MapChange> = new Set(['data', 'rows', 'view', 'settled', 'selection', 'muted', 'properties']);

/** The points as a list: those in sight, the selected ones or all, in order of rows or of a column. It goes with the map while its panel is open. */
export class ListTool implements MapTool {
  readonly panel: MapPanel;
  readonly #context: MapContext;
  readonly #list: ListPanel;
  #rows: Uint32Array = new Uint32Array(0);
  #open = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: AbortController | null = null;
  /** All rows in the order of a column, and which that is. */
  #sorted: { key: string; column: unknown; order: Uint32Array } | null = null;
  #sorting = false;
  /** Which rows of the content are selected, and of which selection. */
  #selected: { rows: Uint32Array; mask: Uint8Array } | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    const list = new ListPanel(context, this);
    this.#list = list;
    this.panel = {
      template: () => list.template(),
      opened: () => {
        this.#open = true;
        void this.#refresh();
      },
      closed: () => {
        this.#open = false;
        this.#stop();
        context.hover(-1);
      },
    };
    context.subscribe((change) => {
      if (change === 'data') this.#sorted = null;
      if (this.#open && OTHER_POINTS.has(change)) this.#follow();
      if (this.#open && change === 'selection') context.requestUpdate();
    });
  }

  /** The rows that are listed, in their order. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** Whether a column is being sorted, so that the order is still another one. */
  get sorting(): boolean {
    return this.#sorting;
  }

  isSelected(row: number): boolean {
    return this.#selection[row] === 1;
  }

  /** Selects a row as well, or no longer. */
  toggle(row: number): void {
    const { selected, content, strings, locale } = this.#context;
    const before = this.isSelected(row);
    this.#context.select(before ? selected.filter((other) => other !== row) : Uint32Array.from([...selected, row]));
    const words = listStringsFor(locale);
    const say = before ? words.announceUnselected : words.announceSelected;
    this.#context.announce(say(content.data!.labels[row], formatCount(this.#context.selected.length, strings)));
  }

  /** Pins a row and flies there. */
  visit(row: number): void {
    this.#context.pin(row);
    if (row < this.#context.shown) void this.#context.flyTo([row]);
  }

  /** A choice of the user: sets the properties, with the event. */
  choose(options: Partial<Pick<MapContext['host'], 'listScope' | 'listOrder' | 'listDescending'>>): void {
    const { host } = this.#context;
    Object.assign(host, options);
    emit(host, 'fv-list-change', { scope: host.listScope, order: host.listOrder, descending: host.listDescending });
  }

  disconnected(): void {
    this.#stop();
  }

  get #selection(): Uint8Array {
    const { selected, content } = this.#context;
    if (this.#selected?.rows !== selected || this.#selected.mask.length !== content.points) {
      const mask = new Uint8Array(content.points);
      for (const row of selected) mask[row] = 1;
      this.#selected = { rows: selected, mask };
    }
    return this.#selected.mask;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#working?.abort();
  }

  #follow(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, FOLLOW_MS);
  }

  /** Lists what there is to list now; what was being listed is given up. */
  async #refresh(): Promise<void> {
    this.#working?.abort();
    const working = new AbortController();
    this.#working = working;
    const { signal } = working;
    try {
      const order = await this.#order(signal);
      const { rows, host, content, stage, shown } = this.#context;
      const { listScope } = host;
      const positions = content.leading(shown) ?? new Float32Array(0);
      this.#take(await rowsInScope({
        rows, order,
        chosen: listScope === 'selection' ? this.#selection : null,
        muted: listScope === 'selection' ? null : stage.muted,
        sight: listScope === 'view' ? { positions, bounds: this.#bounds() } : null,
      }, signal));
    } catch (error) {
      if (!signal.aborted) this.#context.report(FvError.from(error));
    }
  }

  #take(rows: Uint32Array): void {
    this.#rows = rows;
    this.#list.listed();
    this.#context.requestUpdate();
    void this.#context.host.updateComplete.then(() => this.#list.rendered());
  }

  /** All rows of interest by the column that orders them; null: in order of rows. */
  async #order(signal: AbortSignal): Promise<Uint32Array | null> {
    const { host, content, rows, locale } = this.#context;
    const { listOrder, listDescending } = host;
    const column = this.#context.columnOf(listOrder);
    if (!column) return null;
    const key = [listOrder, listDescending, content.generation, rows, locale].join(' ');
    if (this.#sorted?.key === key && this.#sorted.column === column) return this.#sorted.order;
    this.#sorting = true;
    this.#context.requestUpdate();
    try {
      const order = await sortedRows(column, rows, { descending: listDescending, locale, signal });
      this.#sorted = { key, column, order };
      return order;
    } finally {
      if (this.#working?.signal === signal) this.#sorting = false;
    }
  }

  /** The part of the plane that is in sight; nothing without a canvas. */
  #bounds(): Bounds {
    const camera = this.#context.stage.stage?.scene.camera;
    if (!camera) return { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity };
    const { x, y, scale } = camera.view;
    const [halfWidth, halfHeight] = [camera.viewport.width / 2 / scale, camera.viewport.height / 2 / scale];
    return { minX: x - halfWidth, maxX: x + halfWidth, minY: y - halfHeight, maxY: y + halfHeight };
  }
}
