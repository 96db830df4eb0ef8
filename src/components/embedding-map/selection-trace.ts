import { boxOutline, pointsWithin } from '../../engine';
import type { PointerSample, TraceMode, TraceShape, TraceTarget } from '../controllers/pointer-gestures';
import type { MapContext } from './map-context';
import { TraceOverlay } from './trace-overlay';

/** A corner of a lasso is this far from the one before, CSS pixels. */
const CORNER_PX = 2;

/** What a finished outline says. */
export type TraceDone = (rows: Uint32Array, mode: TraceMode) => void;

/**
 * An outline that is being drawn: kept in layout units, so that it stays on its points when the view moves, shown over the canvas,
 * with the number of points in it. A later count takes the place of an earlier one that is not done.
 */
export class SelectionTrace implements TraceTarget {
  readonly #context: MapContext;
  readonly #done: TraceDone;
  readonly #overlay: TraceOverlay;
  #shape: TraceShape = 'lasso';
  /** Row-major [m, 2], layout units; of a box two opposite corners. */
  #corners: number[] = [];
  #last: PointerSample | null = null;
  #mode: TraceMode = 'replace';
  #counting: AbortController | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(context: MapContext, done: TraceDone) {
    this.#context = context;
    this.#done = done;
    this.#overlay = new TraceOverlay(context);
  }

  start(shape: TraceShape, sample: PointerSample): void {
    this.#shape = shape;
    this.#corners = [];
    this.#last = null;
    this.#mode = 'replace';
    this.#add(sample);
    this.#unsubscribe ??= this.#context.subscribe((change) => {
      if (change === 'view' || change === 'positions') this.#show();
      else if (change === 'data') this.cancel();
    });
    this.#show();
  }

  move(sample: PointerSample, mode: TraceMode): void {
    if (!this.#last) return;
    this.#mode = mode;
    if (Math.hypot(sample.xPx - this.#last.xPx, sample.yPx - this.#last.yPx) >= CORNER_PX) this.#add(sample);
    this.#show();
    void this.#count();
  }

  end(mode: TraceMode): void {
    const outline = this.#outline;
    const begun = this.#last !== null;
    this.cancel();
    if (begun) void this.#within(outline).then((rows) => this.#done(rows, mode));
  }

  cancel(): void {
    this.#counting?.abort();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#last = null;
    this.#overlay.remove();
  }

  get #outline(): Float32Array {
    const corners = this.#corners;
    if (this.#shape === 'lasso') return Float32Array.from(corners);
    return corners.length < 4 ? new Float32Array(0) : boxOutline(corners[0], corners[1], corners[2], corners[3]);
  }

  #add(sample: PointerSample): void {
    const place = this.#context.stage.stage?.scene.camera.toLayout(sample.xPx, sample.yPx);
    if (!place) return;
    this.#last = sample;
    if (this.#shape === 'box') this.#corners.length = Math.min(this.#corners.length, 2);
    this.#corners.push(place.x, place.y);
  }

  #within(outline: Float32Array, signal?: AbortSignal): Promise<Uint32Array> {
    const { content, shown, stage } = this.#context;
    return pointsWithin(content.leading(shown) ?? new Float32Array(0), outline, { without: stage.muted, signal });
  }

  async #count(): Promise<void> {
    this.#counting?.abort();
    const counting = new AbortController();
    this.#counting = counting;
    try {
      const rows = await this.#within(this.#outline, counting.signal);
      if (!counting.signal.aborted) this.#overlay.tell(rows.length, this.#mode);
    } catch (error) {
      if (!counting.signal.aborted) throw error;
    }
  }

  #show(): void {
    if (this.#last) this.#overlay.draw(this.#outline, this.#last);
  }
}
