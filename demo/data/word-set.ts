import { decodeVectors } from './vector-encoding';
import { download, request } from './download';
import { WORD_SET_VERSION, type WordChunk, type WordSetChunk, type WordSetManifest } from './word-set-format';

/** The most frequent words with their vectors; arrays of n, the typed ones views of the word set's own memory: read them only. */
export interface Words {
  words: string[];
  /** Index into the manifest's supersenses; −1 where WordNet does not know the word. */
  supersenses: Int8Array;
  /** WordNet's gloss of that sense; '' where there is none. */
  glosses: string[];
  /** UTF-16 offset of the word in its gloss; −1 where it does not occur. */
  marks: Int16Array;
  /** Row-major [n, dimensions]. */
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
  readonly #loaded = new Set<WordSetChunk>();
  /** Room for every word, of which the system gives only what is written to: a chunk is put into its place, and no array of all words is ever put together. */
  readonly #all: Words;

  private constructor(base: string, readonly manifest: WordSetManifest) {
    this.#base = base;
    const { words, dimensions } = manifest;
    this.#all = {
      words: Array.from<string>({ length: words }).fill(''),
      supersenses: new Int8Array(words),
      glosses: Array.from<string>({ length: words }).fill(''),
      marks: new Int16Array(words),
      vectors: new Float32Array(words * dimensions),
      dimensions,
    };
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
    return this.#first(Math.min(count, this.manifest.words));
  }

  /** Every chunk is decoded in a task of its own, of some milliseconds: its last piece of network ends one. */
  async #loadChunk(chunk: WordSetChunk, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<void> {
    const { dimensions } = this.manifest;
    const text = await download(`${this.#base}/${chunk.words}`, chunk.wordBytes, onBytes, signal);
    this.#put(chunk.start, JSON.parse(new TextDecoder().decode(text)) as WordChunk);
    const bytes = await download(`${this.#base}/${chunk.vectors}`, chunk.vectorBytes, onBytes, signal);
    decodeVectors(bytes, dimensions, chunk.encoding, this.#all.vectors.subarray(chunk.start * dimensions, chunk.end * dimensions));
    this.#loaded.add(chunk);
  }

  #put(start: number, chunk: WordChunk): void {
    const { words, supersenses, glosses, marks } = this.#all;
    for (let i = 0; i < chunk.words.length; i++) {
      words[start + i] = chunk.words[i];
      glosses[start + i] = chunk.glosses[i];
    }
    supersenses.set(chunk.supersenses, start);
    marks.set(chunk.marks, start);
  }

  #first(count: number): Words {
    const { words, supersenses, glosses, marks, vectors, dimensions } = this.#all;
    return {
      words: words.slice(0, count),
      supersenses: supersenses.subarray(0, count),
      glosses: glosses.slice(0, count),
      marks: marks.subarray(0, count),
      vectors: vectors.subarray(0, count * dimensions),
      dimensions,
    };
  }
}
