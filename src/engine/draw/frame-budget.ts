/** A frame longer than this is too slow to feel live, ms. */
const SLOW_MS = 40;

/** A frame shorter than this leaves room for more, ms. */
const FAST_MS = 24;

/** Fewer points than this cost less than a frame's fixed work, even on a software rasterizer. */
const MIN_POINTS = 20_000;

/**
 * How many points a frame may draw while things move, learnt from the time between frames:
 * a GPU that falls behind delays the next frame, whatever the reason.
 */
export class FrameBudget {
  #points: number;
  #lastMs: number | null = null;

  constructor(initialPoints = 100_000) {
    this.#points = Math.max(MIN_POINTS, initialPoints);
  }

  /** Points that fit a frame now. */
  get points(): number {
    return Math.floor(this.#points);
  }

  /** Reports a moving frame that drew `drawn` points. */
  frame(timeMs: number, drawn: number): void {
    const intervalMs = this.#lastMs === null ? null : timeMs - this.#lastMs;
    this.#lastMs = timeMs;
    // After a pause the interval says nothing.
    if (intervalMs === null || intervalMs > 1000) return;
    if (intervalMs > SLOW_MS) this.#points = Math.max(MIN_POINTS, Math.min(this.#points, drawn) * 0.8);
    // Only a frame that used its budget up shows that there is room above it.
    else if (intervalMs < FAST_MS && drawn >= this.#points - 1) this.#points *= 1.15;
  }

  /** Things came to rest: the next interval is not a measurement. */
  rest(): void {
    this.#lastMs = null;
  }
}
