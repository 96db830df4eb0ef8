import { inSlices } from '../time-slices';
import { regionAt, type RegionLevel } from './map-regions';
import { distinctWords } from './region-words';
import { tokens } from './tokens';

/** Tokens read of one text: the beginning says what it is about, and a name must not wait for whole books. */
const MAX_TOKENS = 64;
const MAX_CHARACTERS = 600;

/** A term has to occur so often in a region to stand for it. */
const MIN_COUNT = 2;

const KEPT = 8;

/** The words of all texts as numbers, text after text. */
export interface TermTable {
  readonly terms: readonly string[];
  /** Term of every token. */
  readonly tokens: Uint32Array;
  /** [n + 1]: the tokens of text i are `starts[i]` … `starts[i + 1]`. */
  readonly starts: Uint32Array;
}

/** Reads the words of n texts. */
export async function termTable(n: number, textOf: (row: number) => string, signal?: AbortSignal): Promise<TermTable> {
  const ids = new Map<string, number>();
  const found: number[] = [];
  const starts = new Uint32Array(n + 1);
  await inSlices(n, 256, (from, to) => {
    for (let row = from; row < to; row++) {
      for (const token of tokens(textOf(row).slice(0, MAX_CHARACTERS)).slice(0, MAX_TOKENS)) {
        let id = ids.get(token);
        if (id === undefined) ids.set(token, (id = ids.size));
        found.push(id);
      }
      starts[row + 1] = found.length;
    }
  }, signal);
  return { terms: [...ids.keys()], tokens: Uint32Array.from(found), starts };
}

/**
 * The words that set every region of a level apart from the others: class-based TF-IDF (Grootendorst 2022, BERTopic) in
 * its BM25 form, tf · log(1 + (A − f + ½) / (f + ½)) with the term's share tf of the region's tokens, its count f in all
 * texts and the mean number A of tokens per region. The plain form, log(1 + A / f), keeps "the" where regions are few.
 *
 * @returns by region, the most characteristic word first.
 */
export async function wordsByTerms(
  level: RegionLevel, positions: Float32Array, table: TermTable, { muted = null, signal }: { muted?: Uint8Array | null; signal?: AbortSignal } = {}, words = 3,
): Promise<string[][]> {
  const counts = level.regions.map(() => new Map<number, number>());
  const sums = new Uint32Array(level.regions.length);
  const frequency = new Uint32Array(table.terms.length);
  await inSlices(positions.length >> 1, 1024, (from, to) => {
    for (let i = from; i < to; i++) {
      if (muted?.[i]) continue;
      const at = regionAt(level, positions[2 * i], positions[2 * i + 1]);
      for (let t = table.starts[i]; t < table.starts[i + 1]; t++) {
        const term = table.tokens[t];
        frequency[term]++;
        if (at < 0) continue;
        sums[at]++;
        counts[at].set(term, (counts[at].get(term) ?? 0) + 1);
      }
    }
  }, signal);
  const mean = sums.reduce((total, sum) => total + sum, 0) / Math.max(1, sums.length);
  const names: string[][] = [];
  await inSlices(counts.length, 1, (at) => {
    const scored = [...counts[at]]
      .filter(([, count]) => count >= MIN_COUNT)
      .map(([term, count]) => ({ term, score: (count / sums[at]) * Math.log1p((mean - frequency[term] + 0.5) / (frequency[term] + 0.5)) }))
      .sort((a, b) => b.score - a.score || a.term - b.term);
    names.push(distinctWords(scored.slice(0, KEPT).map(({ term }) => table.terms[term]), words));
  }, signal);
  return names;
}
