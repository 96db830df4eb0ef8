import { distance } from 'fastest-levenshtein';
import { inSlices } from '../time-slices';

const STEP = 2048;

/** Longer names are not compared letter by letter. */
const MAX_COMPARED = 64;

/** Parts of a map of all labels: a large Map that grows is rehashed as a whole, in a task of 100 ms for 341,479 labels. */
const SHARDS = 32;

/** Rows by name; the first row of a name counts. */
class RowMap {
  readonly #shards = Array.from({ length: SHARDS }, () => new Map<string, number>());

  get(name: string): number | undefined {
    return this.#shardOf(name).get(name);
  }

  add(name: string, row: number): void {
    const shard = this.#shardOf(name);
    if (!shard.has(name)) shard.set(name, row);
  }

  #shardOf(name: string): Map<string, number> {
    const { length } = name;
    return this.#shards[length === 0 ? 0 : (name.charCodeAt(length >> 1) + 7 * name.charCodeAt(length - 1) + length) % SHARDS];
  }
}

/** Finds rows by their exact label, letter case aside where no label has the given one. */
export class LabelIndex {
  readonly #labels: readonly string[];
  readonly #rows: RowMap;
  readonly #folded: RowMap;

  private constructor(labels: readonly string[], rows: RowMap, folded: RowMap) {
    this.#labels = labels;
    this.#rows = rows;
    this.#folded = folded;
  }

  /** Indexes labels; of equal ones the first row counts, which in a list by frequency is the most frequent. */
  static async create(labels: readonly string[], signal?: AbortSignal): Promise<LabelIndex> {
    const rows = new RowMap();
    const folded = new RowMap();
    await inSlices(labels.length, STEP, (from, to) => {
      for (let row = from; row < to; row++) {
        const label = labels[row];
        rows.add(label, row);
        const lower = label.toLowerCase();
        if (lower !== label) folded.add(lower, row);
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
    await inSlices(this.#labels.length, STEP, (from, to) => {
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
