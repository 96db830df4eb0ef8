import { FvError } from '../errors';
import { PIECE_BYTES, type ByteSink, type GrowingBytes, type Growth, type UpdateOptions } from './growing-bytes';
import { SeenBytes } from './seen-bytes';

/** A file that the user let the page look at again: `FileSystemFileHandle` of the File System Access API. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
}

/** A file of the user's: a `File` as it was when it was chosen, a handle as it is now. */
export class FileBytes implements GrowingBytes {
  readonly #place: File | FileHandle;
  #seen = new SeenBytes();
  #lastModified = NaN;

  constructor(place: File | FileHandle) {
    this.#place = place;
  }

  async update(sink: ByteSink, { appends, signal }: UpdateOptions): Promise<Growth> {
    try {
      const file = 'getFile' in this.#place ? await this.#place.getFile() : this.#place;
      signal.throwIfAborted();
      const before = this.#seen.length;
      if (before > 0 && file.size === before && file.lastModified === this.#lastModified) return 'unchanged';
      const grows = before > 0 && appends && (await this.#isSame(file));
      if (!grows) {
        this.#seen = new SeenBytes();
        await sink.restart();
      }
      while (this.#seen.length < file.size) {
        const from = this.#seen.length;
        const bytes = new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
        signal.throwIfAborted();
        this.#seen.add(bytes);
        await sink.push(bytes);
      }
      this.#lastModified = file.lastModified;
      return before === 0 ? 'started' : !grows ? 'replaced' : file.size > before ? 'grown' : 'unchanged';
    } catch (error) {
      if (signal.aborted || error instanceof FvError) throw error;
      const { name } = this.#place;
      throw new FvError({ code: 'network', expected: `the file ${name}`, received: String(error), fix: 'choose it again: it was moved, deleted or replaced, or the page may no longer read it' }, { cause: error });
    }
  }

  /** Whether the file is the one that was read, and no shorter. */
  async #isSame(file: File): Promise<boolean> {
    const { length, headEnd, resumeAt } = this.#seen;
    if (file.size < length) return false;
    const known = async (from: number, to: number) => this.#seen.matches(new Uint8Array(await file.slice(from, to).arrayBuffer()), from);
    return (await known(0, headEnd)) && known(resumeAt, length);
  }
}
