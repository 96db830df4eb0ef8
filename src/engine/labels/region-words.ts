import { inSlices } from '../time-slices';
import { regionAt, type RegionLevel } from './map-regions';

/** Best words kept of each region, of which those that say something new make its name. */
const KEPT = 8;

/** Among so many of the highest ranks (5 ‰, within limits) the rank hardly counts: else every region were called "the". */
const SATURATION_SHARE = 0.005;
const MIN_SATURATION = 20;
const MAX_SATURATION = 300;

/** Two words that share so many first letters, the shorter one whole, say the same: church, churches. */
const SHARED_LETTERS = 4;

/** What a region is named of. */
export interface WordSource {
  labels: readonly string[];
  /** Rank of every point by priority, 0 first; by default its id. */
  ranks?: ArrayLike<number> | null;
  muted?: Uint8Array | null;
  signal?: AbortSignal;
}

interface Best {
  ids: number[];
  scores: number[];
}

/**
 * The most characteristic words of every region of a level: high in the order of priority and near the middle,
 * log(n / rank) · exp(−d² / 2r²) for a word at distance d in a region of radius r. Labels without a letter come last.
 *
 * @param words most words of a name.
 * @returns by region, the first word first; none where the region holds no point that counts.
 */
export async function wordsByRank(level: RegionLevel, positions: Float32Array, { labels, ranks, muted, signal }: WordSource, words = 3): Promise<string[][]> {
  const n = labels.length;
  const saturation = Math.min(MAX_SATURATION, Math.max(MIN_SATURATION, SATURATION_SHARE * n));
  const best: Best[] = level.regions.map(() => ({ ids: [], scores: [] }));
  await inSlices(positions.length >> 1, 8192, (from, to) => {
    for (let i = from; i < to; i++) {
      const x = positions[2 * i];
      const y = positions[2 * i + 1];
      const at = muted?.[i] ? -1 : regionAt(level, x, y);
      if (at < 0) continue;
      const region = level.regions[at];
      const near = Math.exp(-((x - region.x) ** 2 + (y - region.y) ** 2) / (2 * region.radius ** 2));
      const score = Math.log1p(n / ((ranks ? ranks[i] : i) + saturation)) * near;
      const found = best[at];
      if (found.ids.length === KEPT && score <= found.scores[KEPT - 1]) continue;
      keep(found, i, isWord(labels[i]) ? score : score - n);
    }
  }, signal);
  return best.map(({ ids }) => distinctWords(ids.map((id) => labels[id]), words));
}

/** The first `count` of `words` that say something the ones before them do not. */
export function distinctWords(words: readonly string[], count: number): string[] {
  const chosen: string[] = [];
  for (const word of words) {
    if (chosen.length === count) break;
    const lower = word.toLowerCase();
    if (!chosen.some((other) => sameStem(other.toLowerCase(), lower))) chosen.push(word);
  }
  return chosen;
}

function sameStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= SHARED_LETTERS && long.startsWith(short));
}

function isWord(label: string): boolean {
  return /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(label);
}

function keep({ ids, scores }: Best, id: number, score: number): void {
  let at = ids.length;
  while (at > 0 && scores[at - 1] < score) at--;
  if (at === KEPT) return;
  ids.splice(at, 0, id);
  scores.splice(at, 0, score);
  if (ids.length > KEPT) {
    ids.pop();
    scores.pop();
  }
}
