import { distance } from 'fastest-levenshtein';
import { inSlices } from '../time-slices';

const STEP = 8192;

/** Longer names are not compared letter by letter. */
const MAX_COMPARED = 64;

/** Finds rows by their exact label, letter case aside where no label has the given one. */
export class LabelIndex {
  readonly #labels: readonly string[];
  readonly #rows: ReadonlyMap<string, number>;
  readonly #folded: ReadonlyMap<string, number>;

  private constructor(labels: readonly string[], rows: ReadonlyMap<string, number>, folded: ReadonlyMap<string, number>) {
    this.#labels = labels;
    this.#rows = rows;
    this.#folded = folded;
  }

  /** Indexes labels; of equal ones the first row counts, which in a list by frequency is the most frequent. */
  static async create(labels: readonly string[], signal?: AbortSignal): Promise<LabelIndex> {
    const rows = new Map<string, number>();
    const folded = new Map<string, number>();
    await inSlices(labels.length, STEP, (from, to) => {
      for (let row = from; row < to; row++) {
        const label = labels[row];
        if (!rows.has(label)) rows.set(label, row);
        const lower = label.toLowerCase();
        if (lower !== label && !folded.has(lower)) folded.set(lower, row);
      }
    }, signal);
    return new LabelIndex(labels, rows, folded);
  }

  /** The row of a word; null where there is none. */
  rowOf(word: string): number | null {
    const lower = word.toLowerCase();
    return this.#rows.get(word) ?? this.#rows.get(lower) ?? this.#folded.get(lower) ?? null;
  }

  /**
   * The labels nearest to a word by edit distance (Levenshtein 1966), at most a third of its letters apart, at equal
   * distance in order of rows.
   */
  async suggest(word: string, count: number, signal?: AbortSignal): Promise<string[]> {
    const wanted = word.toLowerCase().slice(0, MAX_COMPARED);
    const reach = Math.max(1, Math.floor(wanted.length / 3));
    const byDistance: string[][] = Array.from({ length: reach + 1 }, () => []);
    await inSlices(this.#labels.length, STEP / 4, (from, to) => {
      for (let row = from; row < to; row++) {
        const label = this.#labels[row];
        if (Math.abs(label.length - wanted.length) > reach) continue;
        const apart = distance(wanted, label.toLowerCase());
        const found = byDistance[apart];
        if (apart <= reach && found.length < count && !found.includes(label)) found.push(label);
      }
    }, signal);
    return byDistance.flat().slice(0, count);
  }
}
