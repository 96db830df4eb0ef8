import { foldText } from './fold';

/** The texts of one column, or the labels, row by row, in the forms that searches read. */
export class TextField {
  readonly #texts: string[] = [];
  /** Folded texts of the rows that are not in {@link folded} yet. */
  #fresh: string[] = [];
  #folded = '';
  #starts = new Uint32Array(1);
  #codes: Uint16Array | null = null;

  get rows(): number {
    return this.#texts.length;
  }

  append(texts: readonly string[]): void {
    for (const text of texts) {
      this.#texts.push(text);
      this.#fresh.push(foldText(text));
    }
  }

  text(row: number): string {
    return this.#texts[row];
  }

  /** Does now what the first search would. */
  ready(): void {
    this.#join();
    // Joined text is a tree of its pieces until somebody reads it.
    this.#folded.indexOf('\0');
  }

  /** Every folded text, each with a line feed after it. */
  get folded(): string {
    this.#join();
    return this.#folded;
  }

  /** [rows + 1]: text i is `folded.slice(starts[i], starts[i + 1] - 1)`. */
  get starts(): Uint32Array {
    this.#join();
    return this.#starts;
  }

  /** UTF-16 units of {@link folded}. */
  get codes(): Uint16Array {
    const { folded } = this;
    if (this.#codes === null) {
      this.#codes = new Uint16Array(folded.length);
      for (let i = 0; i < folded.length; i++) this.#codes[i] = folded.charCodeAt(i);
    }
    return this.#codes;
  }

  #join(): void {
    const fresh = this.#fresh;
    if (fresh.length === 0) return;
    const starts = new Uint32Array(this.#texts.length + 1);
    starts.set(this.#starts);
    const before = this.#texts.length - fresh.length;
    for (let i = 0; i < fresh.length; i++) starts[before + i + 1] = starts[before + i] + fresh[i].length + 1;
    this.#starts = starts;
    this.#folded += `${fresh.join('\n')}\n`;
    this.#fresh = [];
    this.#codes = null;
  }
}
