import { nextTask } from '../next-task';
import type { EngineLink } from './engine-link';

/** Floats of one block: 1 MiB is copied in less than a millisecond. */
const BLOCK_FLOATS = 1 << 18;

/** Blocks copied in one task. */
const BLOCKS_PER_TASK = 8;

/**
 * Sends an engine copies of rows that requests have announced, in blocks: the page is never held up for longer than
 * 8 MiB take, and what that much or less is copied at once. Requests need not wait: the engine does.
 */
export class RowFeed {
  readonly #link: EngineLink;
  readonly #waiting: Float32Array[] = [];
  #closed = false;

  constructor(link: EngineLink) {
    this.#link = link;
  }

  /** Sends the rows of the latest request, after those of earlier ones. They must not change until all have been copied. */
  send(vectors: Float32Array): void {
    this.#waiting.push(vectors);
    if (this.#waiting.length === 1) void this.#work();
  }

  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
  }

  async #work(): Promise<void> {
    for (let blocks = 0; this.#waiting.length > 0; this.#waiting.shift()) {
      const [vectors] = this.#waiting;
      const { length } = vectors;
      for (let from = 0; from < length; from += BLOCK_FLOATS) {
        if (blocks++ === BLOCKS_PER_TASK) {
          await nextTask();
          if (this.#closed) return;
          blocks = 1;
        }
        // An array that was detached meanwhile has no values any more: the engine is told, and tells what is wrong.
        const detached = vectors.length < length;
        const values = detached ? new Float32Array(0) : vectors.slice(from, from + BLOCK_FLOATS);
        this.#link.post({ type: 'rows', values }, [values.buffer]);
        if (detached) break;
      }
    }
  }
}
