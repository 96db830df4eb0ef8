import type { ByteSource } from './byte-reader';
import { ByteReader } from './byte-reader';
import { LineSplitter } from './line-splitter';
import { formatError, type Parsed } from './parsed';
import { RepairLog } from './repair-log';

/** Reads a file that may still be written: feed it what is new, and ask for what it holds so far. */
export interface GrowingReader<T> {
  /** Takes the next piece, cut anywhere; what follows the last line end is held back. */
  push(chunk: string | Uint8Array): void;
  /** What the whole lines hold so far; never an error for want of content. */
  snapshot(): Parsed<T>;
  /**
   * What the file holds, its last line taken as it stands. More may still be pushed: that line is then read again, whole.
   * @throws FvError `format` where the file is empty or holds nothing of the kind.
   */
  finish(): Parsed<T>;
}

/** A reader that goes by lines: subclasses say what a line means and what has come together. */
export abstract class LineReader<T> implements GrowingReader<T> {
  protected readonly repairs = new RepairLog();
  readonly #splitter: LineSplitter;
  #empty = true;

  /** @param what The file, for errors: `a loss.tsv`. */
  constructor(protected readonly what: string) {
    this.#splitter = new LineSplitter(what);
  }

  push(chunk: string | Uint8Array): void {
    this.#empty &&= chunk.length === 0;
    this.#splitter.push(chunk, (text, line) => this.takeLine(text, line));
  }

  snapshot(): Parsed<T> {
    return { value: this.build(), repairs: this.repairs.list() };
  }

  finish(): Parsed<T> {
    this.#splitter.judge();
    const { rest, lines } = this.#splitter;
    const repairs = this.repairs.count;
    const undo = this.checkpoint();
    try {
      if (rest !== '') this.takeLine(rest, lines + 1);
      const missing = this.missing();
      if (missing !== null) throw formatError(this.what, this.#empty ? 'an empty file' : missing.received, missing.fix);
      return this.snapshot();
    } finally {
      undo();
      this.repairs.truncate(repairs);
    }
  }

  protected abstract takeLine(text: string, line: number): void;

  protected abstract build(): T;

  /** What is wrong with a file that has ended here, or null. */
  protected abstract missing(): { received: string; fix: string } | null;

  /** Remembers the state before a line that may come again; calling the result brings it back. */
  protected abstract checkpoint(): () => void;
}

/** Everything at once: the whole text or its bytes. */
export function readWhole<T>(reader: GrowingReader<T>, text: string | Uint8Array): Parsed<T> {
  reader.push(text);
  return reader.finish();
}

/** A stream from its beginning to its end, in slices that leave the page awake. */
export async function readStream<T>(reader: GrowingReader<T>, source: ByteSource, signal?: AbortSignal): Promise<Parsed<T>> {
  const bytes = new ByteReader(source, signal);
  try {
    while (await bytes.more()) {
      reader.push(bytes.bytes);
      bytes.at = bytes.bytes.length;
    }
    return reader.finish();
  } finally {
    await bytes.close();
  }
}
