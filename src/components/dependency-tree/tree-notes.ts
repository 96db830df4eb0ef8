import { judgeArcs, type DependencySentence, type TreeShape } from '../../engine';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { TreeStrings } from '../strings/trees';
import { drawnText } from './tree-picture';

/** Words that a note names. */
const MOST_NAMED = 8;

/** What keeps a sentence from being a tree, or from being judged, in words. */
export function treeNotes(sentence: DependencySentence, gold: DependencySentence | null, { roots, headless, circles }: TreeShape, strings: Strings, words: TreeStrings): string[] {
  const named = (indices: readonly number[], between = ', ') => indices.slice(0, MOST_NAMED).map((word) => `${drawnText(sentence.words[word].form)} (${sentence.words[word].id})`).join(between) + (indices.length > MOST_NAMED ? ' …' : '');
  return [
    ...(roots.length > 1 ? [words.roots(formatCount(roots.length, strings), named(roots))] : []),
    ...(roots.length === 0 && sentence.words.length > 0 ? [words.noRoot] : []),
    ...(headless.length > 0 ? [words.headless(named(headless))] : []),
    ...circles.map((circle) => words.circle(named([...circle, circle[0]], ' → '))),
    ...(gold && !judgeArcs(sentence, gold) ? [words.notJudged] : []),
  ];
}
