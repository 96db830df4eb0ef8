/** Where the bytes of a file go, in pieces of {@link PIECE_BYTES} or the whole of a shorter file. */
export interface ByteSink {
  /** The bytes that follow are the beginning of a file: forget what came before. */
  restart(): Promise<void>;
  /** Takes the next bytes; they are its own. */
  push(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** What came of looking after a file: nothing new, more of the same, or its beginning, be it for the first time or because it was replaced. */
export type Growth = 'unchanged' | 'grown' | 'started' | 'replaced';

export interface UpdateOptions {
  /** Whether the file only ever grows at its end: then what was read is not read again. Otherwise any change is a new file. */
  appends: boolean;
  signal: AbortSignal;
}

/** A file that may still be written. */
export interface GrowingBytes {
  /**
   * Hands over what is new since the last time; after an error the next call goes on where that one ended.
   * @throws FvError `network` where the file cannot be read; the signal's reason.
   */
  update(sink: ByteSink, options: UpdateOptions): Promise<Growth>;
}

/** Bytes handed over at once: some milliseconds of a parser's work. */
export const PIECE_BYTES = 1 << 19;
