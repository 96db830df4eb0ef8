/** A frame on which the GPU works longer than this is too slow to feel live, ms. */
const SLOW_MS = 28;

/** A frame that takes less leaves room for more, ms. */
const FAST_MS = 18;

/** Where a slow frame is brought back to, ms. */
const TARGET_MS = 22;

/** Fewer points than this cost less than a frame's fixed work, even on a software rasterizer. */
const MIN_POINTS = 20_000;

/** How many points a frame may draw while things move, learnt from how long the GPU works on frames. */
export class FrameBudget {
  #points: number;

  constructor(initialPoints = 100_000) {
    this.#points = Math.max(MIN_POINTS, initialPoints);
  }

  /** Points that fit a frame now. */
  get points(): number {
    return Math.floor(this.#points);
  }

  /** Reports a frame of `drawn` points on which the GPU worked for `gpuMs`. */
  frame(gpuMs: number, drawn: number): void {
    // One slow frame may be another program's doing: it takes half the points at most.
    if (gpuMs > SLOW_MS) this.#points = Math.max(MIN_POINTS, Math.min(this.#points, drawn) * Math.max(0.5, TARGET_MS / gpuMs));
    // Only a frame that used its budget up shows that there is room above it.
    else if (gpuMs < FAST_MS && drawn >= this.points) this.#points *= 1.15;
  }
}
