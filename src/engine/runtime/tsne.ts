import { abortedError, FvError } from '../errors';
import { validateVectors } from '../map-data';
import { checkInitial, resolveTsneOptions, type LayoutSnapshot } from '../tsne';
import type { LayoutStatus, TsneOptions } from '../types';
import { knownChoice, rememberChoice } from './known-choice';
import { openEngine, type EngineLink } from './engine-link';
import type { EngineResponse } from './messages';
import { RowFeed } from './row-feed';

/** Work between two snapshots, milliseconds. */
const SLICE_MS = 30;

/**
 * t-SNE of row vectors (van der Maaten & Hinton 2008), in a worker of its own where there are workers.
 *
 * ```ts
 * await using tsne = await Tsne.create(vectors, { dimensions: 100, perplexity: 30 });
 * for await (const { iteration, positions } of tsne.run()) draw(positions);
 * ```
 */
export class Tsne {
  /**
   * Checks data and options, chooses a backend and prepares the layout; the work happens in {@link run}.
   * @param vectors row-major [n, dimensions], finite; copied, never changed or detached; more than 8 MiB must stay as
   * they are until the promise resolves.
   * @throws FvError `invalid-data`, `invalid-option`, `backend-unavailable` or `aborted`.
   */
  static create(vectors: Float32Array, options: TsneOptions): Promise<Tsne> {
    return new Promise((resolve, reject) => {
      // The engine looks at the values.
      validateVectors(vectors, options.dimensions, { values: false });
      checkInitial(resolveTsneOptions(options), vectors.length);
      const { signal, ...layout } = options;
      if (signal?.aborted) throw abortedError();
      let tsne: Tsne | null = null;
      const abort = () => {
        feed.close();
        link.close();
        reject(abortedError());
      };
      const link = openEngine((response) => {
        if (tsne !== null) tsne.#receive(response);
        else if (response.type === 'created') {
          signal?.removeEventListener('abort', abort);
          rememberChoice(options.backend, response.status);
          tsne = new Tsne(link, response.status, signal);
          resolve(tsne);
        } else if (response.type === 'failed') {
          feed.close();
          link.close();
          reject(new FvError(response.error));
        }
      });
      signal?.addEventListener('abort', abort, { once: true });
      const feed = new RowFeed(link);
      link.post({ type: 'create', length: vectors.length, options: layout, sliceMs: SLICE_MS, known: knownChoice(options.backend) });
      feed.send(vectors);
    });
  }

  readonly #link: EngineLink;
  #status: LayoutStatus;
  #newest: LayoutSnapshot | null = null;
  #delivered = false;
  #error: FvError | null = null;
  #wake = () => {};
  #started = false;

  private constructor(link: EngineLink, status: LayoutStatus, signal: AbortSignal | undefined) {
    this.#link = link;
    this.#status = status;
    signal?.addEventListener('abort', () => this.dispose(), { once: true });
  }

  /** What the layout runs on, as last reported. */
  get status(): LayoutStatus {
    return this.#status;
  }

  /** The newest positions, row-major [n, 2]; empty before the first snapshot. */
  get positions(): Float32Array {
    return this.#newest?.positions ?? new Float32Array(0);
  }

  pause(): void {
    this.#link.post({ type: 'pause' });
  }

  resume(): void {
    this.#link.post({ type: 'resume' });
  }

  /** Frees the engine; a loop over {@link run} ends with an `aborted` error. */
  dispose(): void {
    this.#error ??= abortedError();
    this.#link.close();
    this.#wake();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.dispose();
  }

  /**
   * Works until the last step. Yields where the layout stands, about 30 times a second; a slow reader gets fewer
   * snapshots, always the newest, and the last one always. Leaving the loop pauses the layout; another `run()`
   * goes on. Positions are the reader's own.
   * @throws FvError what stopped the layout, `aborted` after `dispose` or a fired signal.
   */
  async *run(): AsyncGenerator<LayoutSnapshot, void, void> {
    this.#link.post({ type: this.#started ? 'resume' : 'run' });
    this.#started = true;
    let ended = false;
    try {
      while (!ended) {
        if (this.#error !== null) throw this.#error;
        const snapshot = this.#newest;
        if (snapshot === null || (this.#delivered && snapshot.phase !== 'end')) {
          await new Promise<void>((resolve) => (this.#wake = resolve));
          continue;
        }
        this.#delivered = true;
        ended = snapshot.phase === 'end';
        try {
          yield snapshot;
        } finally {
          // Also where the reader leaves the loop here: a later run() must not find its snapshots dropped.
          if (!ended) this.#link.post({ type: 'recycle', positions: null });
        }
      }
    } finally {
      if (!ended) this.pause();
    }
  }

  #receive(response: EngineResponse): void {
    if (response.type === 'snapshot') {
      this.#status = response.status;
      if (response.positions === null) return;
      // An undelivered snapshot is replaced; the engine may then send one more.
      if (this.#newest !== null && !this.#delivered) this.#link.post({ type: 'recycle', positions: null });
      this.#newest = { ...response.progress, positions: response.positions };
      this.#delivered = false;
    } else if (response.type === 'failed') {
      this.#error ??= new FvError(response.error);
    } else return;
    this.#wake();
  }
}
