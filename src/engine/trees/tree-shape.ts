import { headIndices, NO_HEAD, ROOT, type DependencySentence } from './dependency-data';

/** What makes heads a tree, or keeps them from being one. Indices of words. */
export interface TreeShape {
  /** Index of the head by word, see {@link headIndices}. */
  heads: Int32Array;
  /** Indices of the dependents by word, ascending. */
  dependents: number[][];
  roots: number[];
  /** Words whose head is unknown or not there. */
  headless: number[];
  /** Words that are, by their heads, their own ancestors: each circle from its first word on, head after head. */
  circles: number[][];
}

/** Reads the shape of a sentence's heads. A tree has one root, no headless word and no circle. */
export function treeShape(sentence: DependencySentence): TreeShape {
  const heads = headIndices(sentence);
  const dependents: number[][] = Array.from(heads, () => []);
  const [roots, headless, circles]: [number[], number[], number[][]] = [[], [], []];
  heads.forEach((head, word) => {
    if (head === ROOT) roots.push(word);
    else if (head === NO_HEAD) headless.push(word);
    else dependents[head].push(word);
  });
  // 0: not seen; otherwise the walk that came by.
  const walkOf = new Int32Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at >= 0 && walkOf[at] === 0) {
      walkOf[at] = start + 1;
      at = heads[at];
    }
    if (at < 0 || walkOf[at] !== start + 1) continue;
    const circle = [at];
    for (let next = heads[at]; next !== at; next = heads[next]) circle.push(next);
    const first = circle.indexOf(Math.min(...circle));
    circles.push([...circle.slice(first), ...circle.slice(0, first)]);
  }
  return { heads, dependents, roots, headless, circles: circles.sort((a, b) => a[0] - b[0]) };
}
