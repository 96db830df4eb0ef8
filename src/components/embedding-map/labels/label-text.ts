import type { LabelText } from './label-painter';

/** Longest label of a point; a sentence is cut. */
const MAX_CHARACTERS = 32;

/** A name longer than this is broken into two lines where it can be. */
const LINE_CHARACTERS = 16;

/** Font sizes of points by priority, and down to which share of the logarithm of all ranks each reaches, CSS pixels. */
const POINT_SIZES = [{ fontPx: 14, until: 0.45 }, { fontPx: 13, until: 0.62 }, { fontPx: 12, until: 0.8 }, { fontPx: 11, until: Infinity }] as const;

/** Font sizes of regions by their share of the largest one on their level, CSS pixels. */
const REGION_SIZES = [{ fontPx: 18, from: 0.5 }, { fontPx: 17, from: 0.2 }, { fontPx: 16, from: 0.08 }, { fontPx: 15, from: 0 }] as const;

/** The label of a point that is `rank`-th of `ranks` by priority: ranks are used by their logarithm, as frequencies fall. */
export function pointText(label: string, rank: number, ranks: number): LabelText {
  const share = Math.log1p(rank) / Math.log1p(Math.max(1, ranks));
  const { fontPx } = POINT_SIZES.find(({ until }) => share < until)!;
  return { lines: [shortened(label)], fontPx, kind: 'point' };
}

/** The name of a region of `points` points, where the largest region of its level has `most`. */
export function regionText(words: readonly string[], points: number, most: number): LabelText {
  const { fontPx } = REGION_SIZES.find(({ from }) => points >= from * most)!;
  return { lines: brokenLines(words.map(shortened)), fontPx, kind: 'region' };
}

function shortened(label: string): string {
  const line = label.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('').trimEnd()}…` : line;
}

/** The words in one line, or in two of about the same length. */
function brokenLines(words: readonly string[]): string[] {
  const whole = words.join(', ');
  if (whole.length <= LINE_CHARACTERS || words.length < 2) return [whole];
  let best = [whole];
  for (let at = 1; at < words.length; at++) {
    const lines = [`${words.slice(0, at).join(', ')},`, words.slice(at).join(', ')];
    if (longest(lines) < longest(best)) best = lines;
  }
  return best;
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
