import { WORD_SET_VERSION, type WordChunk, type WordSetChunk, type WordSetManifest } from './word-set-format';

/** The most frequent words with their vectors; arrays of n. */
export interface Words extends WordChunk {
  /** Row-major [n, dimensions]. */
  vectors: Float32Array;
  dimensions: number;
}

export interface LoadOptions {
  signal?: AbortSignal;
  /** Bytes read of the bytes wanted; called at each piece that arrives. */
  onProgress?: (loaded: number, total: number) => void;
}

interface LoadedChunk {
  vectors: Float32Array;
  words: WordChunk;
}

/** The prepared words, fetched chunk by chunk and only as far as asked; what was fetched is kept. */
export class WordSet {
  readonly #base: string;
  readonly #loaded = new Map<WordSetChunk, LoadedChunk>();

  private constructor(base: string, readonly manifest: WordSetManifest) {
    this.#base = base;
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
    await Promise.all(missing.map(async (chunk) => {
      this.#loaded.set(chunk, await this.#loadChunk(chunk, onBytes, signal));
    }));
    return this.#assemble(chunks, Math.min(count, this.manifest.words));
  }

  async #loadChunk(chunk: WordSetChunk, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<LoadedChunk> {
    const [vectors, words] = await Promise.all([
      download(`${this.#base}/${chunk.vectors}`, chunk.vectorBytes, onBytes, signal),
      download(`${this.#base}/${chunk.words}`, chunk.wordBytes, onBytes, signal),
    ]);
    // Little-endian on disk, as on every machine that runs a browser.
    return { vectors: new Float32Array(vectors.buffer), words: JSON.parse(new TextDecoder().decode(words)) as WordChunk };
  }

  #assemble(chunks: readonly WordSetChunk[], count: number): Words {
    const { dimensions } = this.manifest;
    const vectors = new Float32Array(count * dimensions);
    const parts: WordChunk[] = [];
    for (const chunk of chunks) {
      const loaded = this.#loaded.get(chunk)!;
      vectors.set(loaded.vectors.subarray(0, (count - chunk.start) * dimensions), chunk.start * dimensions);
      parts.push(loaded.words);
    }
    return {
      vectors,
      dimensions,
      words: parts.flatMap((part) => part.words).slice(0, count),
      supersenses: parts.flatMap((part) => part.supersenses).slice(0, count),
      glosses: parts.flatMap((part) => part.glosses).slice(0, count),
      marks: parts.flatMap((part) => part.marks).slice(0, count),
    };
  }
}

async function request(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`Expected ${url}, received HTTP ${response.status}: run npm run build:demo, which prepares the words.`);
  return response;
}

/** Reads a response of known size piece by piece into one buffer. */
async function download(url: string, bytes: number, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reader = (await request(url, signal)).body!.getReader();
  const target = new Uint8Array(bytes);
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > bytes) break;
    target.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
  if (at !== bytes) throw new Error(`Expected ${bytes} bytes of ${url}, received another number: run npm run build:demo again.`);
  return target;
}
