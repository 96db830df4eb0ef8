/** A frame that came later than this after it was asked for is too slow to feel live, ms. */
const SLOW_MS = 40;

/** A frame that came sooner leaves room for more, ms. */
const FAST_MS = 24;

/** Fewer points than this cost less than a frame's fixed work, even on a software rasterizer. */
const MIN_POINTS = 20_000;

/**
 * How many points a frame may draw while things move, learnt from how long frames are waited for:
 * a GPU that falls behind holds the next frame back. The time between frames would not do: it is long, too,
 * where nothing asks for one.
 */
export class FrameBudget {
  #points: number;

  constructor(initialPoints = 100_000) {
    this.#points = Math.max(MIN_POINTS, initialPoints);
  }

  /** Points that fit a frame now. */
  get points(): number {
    return Math.floor(this.#points);
  }

  /** Reports a frame that came `waitedMs` after it was asked for and drew `drawn` points. */
  frame(waitedMs: number, drawn: number): void {
    if (waitedMs > SLOW_MS) this.#points = Math.max(MIN_POINTS, this.#points * 0.8);
    // Only a frame that used its budget up shows that there is room above it.
    else if (waitedMs < FAST_MS && drawn >= this.points) this.#points *= 1.15;
  }
}
