import type { TreeShape } from '../../engine';

/** The word that a key leads to from another one (−1: from none); null where the key means nothing. */
export function stepWord(key: string, word: number, { heads, dependents }: TreeShape, rightToLeft: boolean): number | null {
  const last = heads.length - 1;
  const step = (by: number) => (word < 0 ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, word + by)));
  switch (key) {
    case 'ArrowRight':
      return step(rightToLeft ? -1 : 1);
    case 'ArrowLeft':
      return step(rightToLeft ? 1 : -1);
    case 'ArrowUp':
      return word < 0 ? 0 : heads[word] >= 0 ? heads[word] : word;
    case 'ArrowDown':
      return word < 0 ? 0 : (dependents[word][0] ?? word);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
