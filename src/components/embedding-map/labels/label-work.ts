import { FvError, LabelPyramid, regionPoints, type NamedRegion } from '../../../engine';
import { readDrawingColors } from '../../theme';
import type { MapContext } from '../map-context';
import { drawContours, removeContours } from './contour-lines';
import { labelOrder, signsLast, type LabelOrder } from './label-order';
import { RegionFinder } from './region-finder';
import { regionLevelAt } from './region-zoom';

/** While the layout runs so many leading rows may be labelled, chosen anew so often, ms. */
const MOVING_ROWS = 300;
const MOVING_MS = 1000;

/** Works out what a map could be labelled with: which points at which zoom, which regions, and its contours. Off the frame path; what is overtaken is dropped. */
export class LabelWork {
  readonly #context: MapContext;
  readonly #done: () => void;
  readonly #finder = new RegionFinder();
  #pyramid: LabelPyramid | null = null;
  #order: LabelOrder | null = null;
  #abort = new AbortController();
  #movedMs = -Infinity;
  #level = -1;

  /** @param done Called when something new is there. */
  constructor(context: MapContext, done: () => void) {
    this.#context = context;
    this.#done = done;
  }

  /** Which points deserve a label; null while that is not known, and where points have none. */
  get pyramid(): LabelPyramid | null {
    return this.#pyramid;
  }

  /** Rank of every row by priority; null: its number. */
  get ranks(): Uint32Array | null {
    return this.#order?.ranks ?? null;
  }

  /** The regions that suit a zoom, CSS pixels per layout unit, of a view whose shorter side is `sidePx` long. */
  regionsAt(scale: number, sidePx: number): readonly NamedRegion[] {
    if (this.#finder.named.length === 0) return [];
    this.#level = regionLevelAt(this.#finder.levels.map(({ bandwidth }) => bandwidth), scale, sidePx, this.#level);
    return this.#finder.named[this.#level] ?? [];
  }

  /** Rows of a region's points. */
  rowsOf({ level, id }: NamedRegion): number[] {
    const positions = this.#positions;
    const found = this.#finder.levels[level];
    return positions && found ? regionPoints(found, id, positions, this.#context.stage.muted) : [];
  }

  /** Forgets everything. */
  clear(): void {
    this.#abort.abort();
    this.#pyramid = this.#order = null;
    this.#finder.clear();
    this.#level = -1;
  }

  /** The points move: some of the leading rows keep their labels, chosen anew now and then; regions wait until they rest. */
  move(): void {
    this.#abort.abort();
    this.#finder.clear();
    const positions = this.#positions;
    if (!positions || positions.length === 0 || !this.#wants('points')) {
      this.#pyramid = null;
      return;
    }
    const now = performance.now();
    if (now - this.#movedMs < MOVING_MS) return;
    this.#movedMs = now;
    void this.#run((signal) => this.#choosePoints(positions, signal, MOVING_ROWS));
  }

  /** The points rest, or others are muted, or something else is wanted: everything anew. */
  refresh(): void {
    const { host, stage } = this.#context;
    const positions = this.#positions;
    if (!positions || positions.length === 0) {
      this.clear();
      removeContours(stage);
      return;
    }
    void this.#run(async (signal) => {
      await this.#choosePoints(positions, signal, Infinity);
      if (host.contours) await drawContours(stage, positions, stage.muted, readDrawingColors(host).text, signal);
      else removeContours(stage);
      await this.#findRegions(positions, signal);
    });
  }

  /** Ends what is under way, and the worker; what is known stays. */
  stop(): void {
    this.#abort.abort();
    this.#finder.dispose();
  }

  get #positions(): Float32Array | null {
    return this.#context.content.leading(this.#context.shown);
  }

  #wants(kind: 'points' | 'regions'): boolean {
    const { labels } = this.#context.host;
    return labels === 'auto' || labels === kind;
  }

  /** Does the work unless other work has taken its place. */
  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      await work(signal);
      if (!signal.aborted) this.#done();
    } catch (error) {
      if (!signal.aborted) this.#context.report(FvError.from(error));
    }
  }

  /** Of the first `rows` rows by priority. */
  async #choosePoints(positions: Float32Array, signal: AbortSignal, rows: number): Promise<void> {
    const { content, host, stage } = this.#context;
    const n = positions.length >> 1;
    const order = labelOrder(content.data?.columns?.[host.labelPriority] ?? null, n);
    let pyramid: LabelPyramid | null = null;
    if (this.#wants('points')) {
      const first = await signsLast(content.data!.labels, Math.min(rows, n), order?.order ?? null, signal);
      pyramid = await LabelPyramid.build(positions, { order: first, muted: stage.muted, signal });
    }
    this.#order = order;
    this.#pyramid = pyramid;
    this.#done();
  }

  async #findRegions(positions: Float32Array, signal: AbortSignal): Promise<void> {
    const { content, host, stage } = this.#context;
    if (!this.#wants('regions')) {
      this.#finder.clear();
      return;
    }
    const { labels, contexts, columns } = content.data!;
    await this.#finder.find(positions, { labels, contexts, column: columns?.[host.regionNames], ranks: this.ranks, muted: stage.muted, signal });
  }
}
