import { FvError, neighborhood, neighborTowards, rowNeighbors, type Neighborhood, type NeighborMetric, type RowNeighbor } from '../../engine';
import { formatCount } from '../number-format';
import { saveFile } from '../save-file';
import { neighborStringsFor } from '../strings/neighbors';
import { freeArea } from './free-area';
import type { MapChange, MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { falseNeighbors } from './neighbor-fate';
import { NeighborLines } from './neighbor-lines';
import { neighborTable } from './neighbor-table';
import { NeighborsPanel } from './panels/neighbors-panel';
import { PinMark } from './pin-mark';

/** Fewest and most neighbours a page or a user may ask for. */
export const NEIGHBOR_COUNTS = { min: 5, max: 100 } as const;

/** Neighbours named to a screen reader. */
const SPOKEN = 3;

/** Points to go back to; the oldest are dropped. */
const MAX_TRAIL = 100;

/** Directions of the arrow keys on the map, whose y axis points up. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Changes after which the neighbours may be others. */
const OTHER_NEIGHBORS: ReadonlySet<MapChange> = new Set(['data', 'rows', 'settled', 'properties']);

/**
 * The pinned point: its neighbours in the data and on the map, the lines to them, and the way from one to the next.
 * The property `pinned` holds the id; everything here follows it.
 */
export class NeighborTool implements MapTool {
  readonly panel: MapPanel;
  readonly #context: MapContext;
  readonly #lines: NeighborLines;
  readonly #mark: PinMark;
  #found: Neighborhood | null = null;
  /** What the neighbours were searched for; the same again is not searched for again. */
  #key = '';
  #searching: AbortController | null = null;
  /** Ids pinned before. */
  #trail: number[] = [];
  #last: number | null = null;
  /** The settled layouts so far. */
  #settled = 0;

  constructor(context: MapContext) {
    this.#context = context;
    this.#lines = new NeighborLines(context);
    this.#mark = new PinMark(context);
    const panel = new NeighborsPanel(context, this);
    this.panel = {
      template: () => panel.template(),
      // Another panel may take the drawer while the point stays pinned; closing the card lets go of it.
      closed: () => {
        if (context.host.panel === '') this.unpin();
      },
    };
    context.subscribe((change) => this.#changed(change));
    context.onKey((event) => this.#keyDown(event));
    this.#follow();
  }

  /** The neighbours of the pinned point; null while there is none, or they are not known. */
  get found(): Neighborhood | null {
    return this.#found;
  }

  /** The pinned row of what is shown; −1 for none. */
  get row(): number {
    const { host, content } = this.#context;
    return host.pinned === null ? -1 : content.rowOf(host.pinned);
  }

  get canGoBack(): boolean {
    return this.#trail.length > 0;
  }

  get k(): number {
    const { neighborCount } = this.#context.host;
    return Math.max(NEIGHBOR_COUNTS.min, Math.min(NEIGHBOR_COUNTS.max, Math.round(neighborCount) || NEIGHBOR_COUNTS.min));
  }

  get metric(): NeighborMetric {
    const { neighborMetric, metric } = this.#context.host;
    return neighborMetric || metric;
  }

  /** The nearest rows of any row; nothing is shown of them. */
  neighborsOf(...query: Parameters<typeof rowNeighbors>): Promise<RowNeighbor[]> {
    return rowNeighbors(...query);
  }

  unpin(): void {
    if (this.#context.host.pinned === null) return;
    this.#context.pin(-1);
    if (this.#context.host.panel === 'neighbors') this.#context.open('');
    this.#context.announce(neighborStringsFor(this.#context.locale).announceUnpinned);
  }

  /** Pins another point and brings it into sight. */
  goTo(row: number): void {
    this.#context.pin(row);
    this.#bringIntoSight(row);
  }

  /** Back to the point pinned before. */
  goBack(): void {
    const { content } = this.#context;
    for (let id = this.#trail.pop(); id !== undefined; id = this.#trail.pop()) {
      const row = content.rowOf(id);
      if (row < 0) continue;
      // The point left is not one to come back to.
      this.#last = null;
      this.goTo(row);
      return;
    }
  }

  /** The neighbours as a table, onto the clipboard, or as a file where the page may not write there. */
  async copy(): Promise<void> {
    const found = this.#found;
    if (!found) return;
    const { content, host, locale, strings } = this.#context;
    const words = neighborStringsFor(locale);
    const table = neighborTable(found, (row) => content.data!.labels[row], (row) => content.idOf(row), words);
    try {
      await navigator.clipboard.writeText(table);
      this.#context.announce(words.announceCopied(formatCount(found.nearest.length, strings)));
    } catch {
      saveFile(host, new Blob([table], { type: 'text/tab-separated-values' }), 'neighbors.tsv');
    }
  }

  disconnected(): void {
    this.#searching?.abort();
    this.#key = '';
    this.#mark.remove();
  }

  #changed(change: MapChange): void {
    if (change === 'settled') this.#settled++;
    if (change === 'data' && this.#context.content.isolated === null && this.row < 0) this.#trail = [];
    if (OTHER_NEIGHBORS.has(change)) this.#follow();
    if (change === 'positions' || change === 'view' || change === 'colors') this.#draw();
  }

  /** Searches for the neighbours of the pinned point, unless they are those at hand. */
  #follow(): void {
    const { host, content, rows, shown } = this.#context;
    const { row, k, metric } = this;
    if (host.pinned !== this.#last) {
      if (this.#last !== null && host.pinned !== null) this.#trail = [...this.#trail.slice(1 - MAX_TRAIL), this.#last];
      this.#last = host.pinned;
    }
    const key = row < 0 || row >= rows ? '' : [row, k, metric, content.generation, rows, shown, this.#settled].join(' ');
    if (key === this.#key) return;
    const same = this.#found?.id === row;
    this.#key = key;
    this.#searching?.abort();
    if (!same || key === '') this.#take(null);
    if (key !== '' && content.data?.vectors) void this.#search(row, !same);
  }

  async #search(row: number, speak: boolean): Promise<void> {
    const { content, rows, shown } = this.#context;
    const { vectors, dimensions } = content.data!;
    const searching = new AbortController();
    this.#searching = searching;
    try {
      const found = await neighborhood(vectors!.subarray(0, rows * dimensions!), content.leading(shown), {
        dimensions: dimensions!, id: row, k: this.k, metric: this.metric, signal: searching.signal,
      });
      if (searching.signal.aborted) return;
      this.#take(found);
      if (speak) this.#speak(found);
      await this.#context.host.updateComplete;
      if (this.#context.host.panel === 'neighbors' && !searching.signal.aborted) this.#bringIntoSight(row);
    } catch (error) {
      if (!searching.signal.aborted) this.#context.report(FvError.from(error));
    }
  }

  #take(found: Neighborhood | null): void {
    this.#found = found;
    this.#context.name(found ? [found.id, ...found.nearest.map(({ id }) => id), ...falseNeighbors(found).map(({ id }) => id)] : this.row < 0 ? [] : [this.row]);
    this.#draw();
    this.#context.requestUpdate();
  }

  #draw(): void {
    this.#mark.place(this.row);
    if (this.#found) this.#lines.draw(this.#found);
    else this.#lines.clear();
  }

  #speak({ id, metric, nearest }: Neighborhood): void {
    const words = neighborStringsFor(this.#context.locale);
    const { labels } = this.#context.content.data!;
    const names = nearest.slice(0, SPOKEN).map((neighbor) => labels[neighbor.id]).join(words.separator);
    this.#context.announce(words.announce(labels[id], words.metrics[metric], names));
  }

  /** Arrow keys walk from neighbour to neighbour, with Alt back; Escape lets go of the point, and goes on to what else it means. */
  #keyDown({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (this.row < 0 || ctrlKey || metaKey) return false;
    if (key === 'Escape') {
      this.unpin();
      return false;
    }
    const direction = DIRECTIONS[key];
    if (!direction) return false;
    if (altKey) this.goBack();
    else this.#walk(direction);
    return true;
  }

  #walk([dx, dy]: readonly [number, number]): void {
    const { content, shown, stage, locale } = this.#context;
    const found = this.#found;
    const positions = content.leading(shown);
    // Neighbours are on their way: a key held down goes no faster than they come.
    if (!found || !positions || found.id >= shown) return;
    const next = neighborTowards(found.distances, positions, found.id, dx, dy, stage.muted);
    if (next >= 0) this.goTo(next);
    else this.#context.announce(neighborStringsFor(locale).announceNoNeighbor);
  }

  /** Moves the view, at the same zoom, where the point is out of sight or under the drawer. */
  #bringIntoSight(row: number): void {
    const { stage: { stage }, content: { positions }, host } = this.#context;
    if (!stage || !positions || row < 0 || 2 * row >= positions.length) return;
    const { camera } = stage.scene;
    const place = stage.place(row);
    const drawer = host.renderRoot.querySelector('.drawer');
    const free = freeArea(host.getBoundingClientRect(), drawer?.getBoundingClientRect() ?? null);
    if (place && place.xPx >= free.left && place.xPx <= free.right && place.yPx >= free.top && place.yPx <= free.bottom) return;
    const { width, height } = camera.viewport;
    const { scale } = camera.view;
    // The point the view has in its middle when the row is in the middle of what is free.
    const x = positions[2 * row] - ((free.left + free.right) / 2 - width / 2) / scale;
    const y = positions[2 * row + 1] + ((free.top + free.bottom) / 2 - height / 2) / scale;
    void camera.flyToView({ x, y, scale });
    stage.scene.redraw();
  }
}
