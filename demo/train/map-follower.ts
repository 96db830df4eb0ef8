import type { Checkpoint } from './checkpoints';

/** Comes with the first map. */
const loadEngine = () => import('flair-visual/engine');

/** Gradient steps of the first map, and of each that starts from the one before. */
const STEPS = { first: 400, later: 120 } as const;

const PERPLEXITY = 15;

/**
 * Lays out the vectors of one checkpoint after the other. Each map starts from the one before, so that what moves is what
 * the model moved. While one is under way only the newest checkpoint waits; those between keep no map of their own.
 */
export class MapFollower {
  readonly #placed: (checkpoint: Checkpoint) => void;
  readonly #abort = new AbortController();
  #before: Float32Array | null = null;
  #waiting: Checkpoint | null = null;
  #busy = false;

  /** @param placed Called when a checkpoint has its positions. */
  constructor(placed: (checkpoint: Checkpoint) => void) {
    this.#placed = placed;
  }

  /** @throws FvError what stopped a layout. */
  async follow(checkpoint: Checkpoint): Promise<void> {
    this.#waiting = checkpoint;
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting as Checkpoint | null; next && !this.#abort.signal.aborted; next = this.#waiting) {
        this.#waiting = null;
        next.positions = this.#before = await this.#layOut(next);
        this.#placed(next);
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error;
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  async #layOut({ view: { vectors, dimensions } }: Checkpoint): Promise<Float32Array> {
    const { Tsne } = await loadEngine();
    const initial = this.#before ?? undefined;
    await using tsne = await Tsne.create(vectors, { dimensions, initial, perplexity: PERPLEXITY, iterations: initial ? STEPS.later : STEPS.first, backend: 'cpu', signal: this.#abort.signal });
    let positions = new Float32Array(0);
    for await (const snapshot of tsne.run()) positions = snapshot.positions as Float32Array<ArrayBuffer>;
    return positions;
  }
}
