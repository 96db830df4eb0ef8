import { endlessLineError, LONGEST_LINE, rejectBinary, rejectOtherText } from './text-guard';

/** Characters that must be there before a file is judged by its beginning. */
const JUDGED_LENGTH = 16;

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

/**
 * Cuts a growing text into lines. Lines end with LF, CR LF or CR, mixed as they come; a byte-order mark is left out,
 * UTF-16 with one is read as such. What follows the last line end is held back until its own end arrives.
 */
export class LineSplitter {
  #decoder: TextDecoder | null = null;
  #rest = '';
  #judged = false;
  #lines = 0;

  /** @param what The file, for errors: `a loss.tsv`. */
  constructor(private readonly what: string) {}

  /** Whole lines so far. */
  get lines(): number {
    return this.#lines;
  }

  /** The line that has not ended yet; empty where there is none. */
  get rest(): string {
    return withoutMark(this.#rest).replace(/\r$/, '');
  }

  /** @throws FvError `format` where the file is binary, a web page, or goes on for long without a line end. */
  push(chunk: string | Uint8Array, onLine: (text: string, line: number) => void): void {
    if (this.#rest.length > LONGEST_LINE) throw endlessLineError(this.what);
    let text = this.#rest + (typeof chunk === 'string' ? chunk : this.#decode(chunk));
    this.#rest = text;
    if (!this.#judged) {
      if (text.length < JUDGED_LENGTH && !text.includes('\n')) return;
      this.judge();
      text = withoutMark(text);
    }
    let from = 0;
    let carriageReturn = text.indexOf('\r');
    for (;;) {
      if (carriageReturn >= 0 && carriageReturn < from) carriageReturn = text.indexOf('\r', from);
      const lineFeed = text.indexOf('\n', from);
      const ended = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed);
      const to = ended ? carriageReturn : lineFeed;
      // A carriage return at the very end may be the first half of CR LF.
      if (to < 0 || (ended && to === text.length - 1)) break;
      const next = ended && text[to + 1] === '\n' ? to + 2 : to + 1;
      onLine(text.slice(from, to), ++this.#lines);
      from = next;
    }
    this.#rest = text.slice(from);
  }

  /**
   * Judges the file by what there is, be it ever so short.
   * @throws FvError `format` where it is binary or a web page.
   */
  judge(): void {
    if (this.#judged) return;
    this.#judged = true;
    rejectOtherText(withoutMark(this.#rest), this.what);
  }

  #decode(chunk: Uint8Array): string {
    if (this.#decoder === null) {
      const utf16 = chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : null;
      if (utf16 === null) rejectBinary(chunk, this.what);
      this.#decoder = new TextDecoder(utf16 ?? 'utf-8', { ignoreBOM: true });
    }
    return this.#decoder.decode(chunk, { stream: true });
  }
}
