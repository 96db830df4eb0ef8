import type { TreeShape } from './tree-shape';

/** A line of a tree as an outline. */
export interface OutlineRow {
  word: number;
  /** 0 for what has no head above it. */
  depth: number;
  /** Whether it is the last dependent of its head. */
  last: boolean;
  /** For each ancestor from the top, whether more of its siblings follow below. */
  guides: boolean[];
  /** What a word at depth 0 is. */
  kind: 'root' | 'headless' | 'circle' | 'inner';
}

/**
 * All words as an outline, each once: roots and headless words with all below them, in the order of the text; of a circle its
 * first word is put at the top, and the circle ends before it comes again.
 */
export function treeOutline({ roots, headless, circles, dependents }: TreeShape): OutlineRow[] {
  const tops = [
    ...roots.map((word) => ({ word, kind: 'root' as const })), ...headless.map((word) => ({ word, kind: 'headless' as const })), ...circles.map(([word]) => ({ word, kind: 'circle' as const })),
  ].sort((a, b) => a.word - b.word);
  const rows: OutlineRow[] = [];
  const seen = new Set<number>(tops.map(({ word }) => word));
  // A stack of one's own: chains are as deep as sentences are long.
  const stack = tops.map(({ word, kind }): OutlineRow => ({ word, depth: 0, last: true, guides: [], kind })).reverse();
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    rows.push(row);
    const { word, depth, last, guides } = row;
    const below = dependents[word].filter((dependent) => !seen.has(dependent));
    for (const dependent of below) seen.add(dependent);
    const guidesBelow = depth === 0 ? [] : [...guides, !last];
    for (let i = below.length - 1; i >= 0; i--) stack.push({ word: below[i], depth: depth + 1, last: i === below.length - 1, guides: guidesBelow, kind: 'inner' });
  }
  return rows;
}
