import { decodeVectors } from './vector-encoding';
import { download, request } from './download';
import { WORD_SET_VERSION, type WordChunk, type WordSetChunk, type WordSetManifest } from './word-set-format';

/** The most frequent words with their vectors; arrays of n. */
export interface Words extends WordChunk {
  /** Row-major [n, dimensions]; a view of the word set's own memory, the same for every n: read it only. */
  vectors: Float32Array;
  dimensions: number;
}

export interface LoadOptions {
  signal?: AbortSignal;
  /** Bytes read of the bytes wanted; called at each piece that arrives. */
  onProgress?: (loaded: number, total: number) => void;
}

/** Files that are fetched at once: enough to keep a line busy, few enough to leave room for the page's own. */
const PARALLEL = 4;

/** The prepared words, fetched chunk by chunk and only as far as asked; what was fetched is kept. */
export class WordSet {
  readonly #base: string;
  readonly #loaded = new Map<WordSetChunk, WordChunk>();
  /** Room for every word, of which the system gives only what is written to. */
  readonly #vectors: Float32Array;

  private constructor(base: string, readonly manifest: WordSetManifest) {
    this.#base = base;
    this.#vectors = new Float32Array(manifest.words * manifest.dimensions);
  }

  /** @throws where there is no manifest below `base`, or one of another version. */
  static async open(base: string, signal?: AbortSignal): Promise<WordSet> {
    const response = await request(`${base}/manifest.json`, signal);
    const manifest = (await response.json()) as WordSetManifest;
    if (manifest.version !== WORD_SET_VERSION) {
      throw new Error(`Expected word set version ${WORD_SET_VERSION}, received ${manifest.version}: run npm run build:demo.`);
    }
    return new WordSet(base, manifest);
  }

  /** The `count` most frequent words, or all there are. */
  async load(count: number, { signal, onProgress }: LoadOptions = {}): Promise<Words> {
    const chunks = this.manifest.chunks.filter((chunk) => chunk.start < count);
    const missing = chunks.filter((chunk) => !this.#loaded.has(chunk));
    const total = missing.reduce((sum, chunk) => sum + chunk.vectorBytes + chunk.wordBytes, 0);
    let loaded = 0;
    const onBytes = (bytes: number) => {
      loaded += bytes;
      onProgress?.(loaded, total);
    };
    if (missing.length > 0) onProgress?.(loaded, total);
    const queue = missing.values();
    await Promise.all(Array.from({ length: PARALLEL }, async () => {
      for (const chunk of queue) await this.#loadChunk(chunk, onBytes, signal);
    }));
    return this.#assemble(chunks, Math.min(count, this.manifest.words));
  }

  /** Every chunk is decoded in a task of its own, of some milliseconds: its last piece of network ends one. */
  async #loadChunk(chunk: WordSetChunk, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<void> {
    const { dimensions } = this.manifest;
    const text = await download(`${this.#base}/${chunk.words}`, chunk.wordBytes, onBytes, signal);
    const words = JSON.parse(new TextDecoder().decode(text)) as WordChunk;
    const bytes = await download(`${this.#base}/${chunk.vectors}`, chunk.vectorBytes, onBytes, signal);
    decodeVectors(bytes, dimensions, chunk.encoding, this.#vectors.subarray(chunk.start * dimensions, chunk.end * dimensions));
    this.#loaded.set(chunk, words);
  }

  #assemble(chunks: readonly WordSetChunk[], count: number): Words {
    const { dimensions } = this.manifest;
    const parts = chunks.map((chunk) => this.#loaded.get(chunk)!);
    return {
      vectors: this.#vectors.subarray(0, count * dimensions),
      dimensions,
      words: parts.flatMap((part) => part.words).slice(0, count),
      supersenses: parts.flatMap((part) => part.supersenses).slice(0, count),
      glosses: parts.flatMap((part) => part.glosses).slice(0, count),
      marks: parts.flatMap((part) => part.marks).slice(0, count),
    };
  }
}
