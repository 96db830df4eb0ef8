import type { Moment } from './trainer';
import type { ModelView, Scores } from './training-task';

/** A model at one moment of its training. */
export interface Checkpoint {
  at: Moment;
  dev: Scores;
  view: ModelView;
  /** Where its vectors lie on the map, row-major [n, 2]; null while that is not known. */
  positions: Float32Array | null;
}

/** Checkpoints that are kept: some megabytes. */
const MOST = 48;

/** The checkpoints of a training, in order. Of too many those go that lie closest between two others, so that all of the training can be looked at. */
export class Checkpoints {
  readonly #list: Checkpoint[] = [];
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  get list(): readonly Checkpoint[] {
    return this.#list;
  }

  get last(): Checkpoint | undefined {
    return this.#list.at(-1);
  }

  add(checkpoint: Checkpoint): void {
    this.#list.push(checkpoint);
    if (this.#list.length > this.#most) this.#list.splice(this.#leastMissed, 1);
  }

  /** Positions of a checkpoint, or of the nearest before it that has some. */
  positionsAt(index: number): Float32Array | null {
    for (let i = index; i >= 0; i--) if (this.#list[i].positions) return this.#list[i].positions;
    return null;
  }

  /** The checkpoint, neither first nor last, whose neighbours are closest; the earliest of equals. */
  get #leastMissed(): number {
    const step = (i: number) => this.#list[i].at.step;
    let best = 1;
    for (let i = 2; i < this.#list.length - 1; i++) if (step(i + 1) - step(i - 1) < step(best + 1) - step(best - 1)) best = i;
    return best;
  }
}
