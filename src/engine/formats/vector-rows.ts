import type { Repair, VectorTable } from './parsed';

/** Floats made room for at once on the word of a header, which may be wrong: 256 MB. */
const MOST_EXPECTED = 1 << 26;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossyUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gathers the rows of a file of named vectors. */
export class VectorRows {
  readonly repairs: Repair[] = [];
  /** The values of the row to be added, [dimensions]. */
  readonly row: Float32Array;
  readonly #labels: string[] = [];
  #vectors: Float32Array;

  /** @param expected Rows announced by the file, if any. */
  constructor(readonly dimensions: number, expected = 0) {
    this.row = new Float32Array(dimensions);
    this.#vectors = new Float32Array(Math.min(expected * dimensions, MOST_EXPECTED));
  }

  get length(): number {
    return this.#labels.length;
  }

  repair(line: number, message: string): void {
    this.repairs.push({ line, message });
  }

  /** Adds `row` under a UTF-8 name, or leaves it out where a value is not finite; `textOf` gives a value as it was written. */
  add(line: number, name: Uint8Array, textOf: (dimension: number) => string = (dimension) => String(this.row[dimension])): void {
    const bad = this.row.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      this.repair(line, `value ${bad + 1} is ${textOf(bad)}: row left out`);
      return;
    }
    const at = this.length * this.dimensions;
    if (at + this.dimensions > this.#vectors.length) {
      const grown = new Float32Array(Math.ceil(this.#vectors.length * 1.5) + this.dimensions);
      grown.set(this.#vectors);
      this.#vectors = grown;
    }
    this.#vectors.set(this.row, at);
    this.#labels.push(this.#decode(line, name));
  }

  finish(): VectorTable {
    const used = this.length * this.dimensions;
    const vectors = used === this.#vectors.length ? this.#vectors : this.#vectors.slice(0, used);
    return { vectors, dimensions: this.dimensions, labels: this.#labels };
  }

  #decode(line: number, name: Uint8Array): string {
    try {
      return utf8.decode(name);
    } catch {
      this.repair(line, 'name is not UTF-8: broken characters replaced by U+FFFD');
      return lossyUtf8.decode(name);
    }
  }
}
