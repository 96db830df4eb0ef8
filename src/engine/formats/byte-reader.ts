import { abortedError } from '../errors';
import { TaskSlicer } from '../next-task';

/** A file's bytes, at once or as they come: `response.body`, `blob.stream()`, Node's `createReadStream(path)`. */
export type ByteSource = ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes taken at once from a source that is there as a whole. */
const CHUNK_BYTES = 1 << 18;

/** Work between two yields, milliseconds. */
const SLICE_MS = 12;

/** Reads a source piece by piece; what has not been read yet stays in `bytes` from `at` on. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #signal: AbortSignal | undefined;

  constructor(source: ByteSource, signal?: AbortSignal) {
    this.#chunks = chunksOf(source);
    this.#signal = signal;
  }

  /** Unread bytes at hand. */
  get available(): number {
    return this.bytes.length - this.at;
  }

  /** Adds the next piece to the unread bytes; false where the source has ended. */
  async more(): Promise<boolean> {
    if (this.#signal?.aborted) throw abortedError();
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    const joined = new Uint8Array(this.available + value.length);
    joined.set(this.bytes.subarray(this.at));
    joined.set(value, this.available);
    this.bytes = joined;
    this.at = 0;
    return true;
  }

  /** Tells the source that no more is wanted. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** The pieces of a source; yields to the event loop about every 12 ms, so that a page stays awake while a large file is read. */
async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void> {
  const slicer = new TaskSlicer(SLICE_MS);
  for await (const chunk of piecesOf(source)) {
    for (let from = 0; from < chunk.length; from += CHUNK_BYTES) {
      if (slicer.due) await slicer.yield();
      yield chunk.subarray(from, from + CHUNK_BYTES);
    }
  }
}

function piecesOf(source: ByteSource): AsyncIterable<Uint8Array> | Uint8Array[] {
  if (source instanceof ArrayBuffer) return [new Uint8Array(source)];
  if (source instanceof Uint8Array) return [source];
  return Symbol.asyncIterator in source ? source : readAll(source);
}

/** A stream's pieces where streams cannot be iterated over (Safari). */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await reader.cancel();
    reader.releaseLock();
  }
}
