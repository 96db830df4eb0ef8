import { headIndices, judgeArcs, ROOT, type DependencySentence, type TreeShape } from '../../engine';
import type { TreeStrings } from '../strings/trees';

/** A word as it is read out: its part of speech, its head, its dependents, and the gold's head where that is another. */
export function spokenWord(sentence: DependencySentence, gold: DependencySentence | null, word: number, { heads, dependents }: TreeShape, words: TreeStrings): string {
  const { form, upos, deprel } = sentence.words[word];
  const head = heads[word];
  const relation = head === ROOT ? words.spokenRoot(deprel) : head < 0 ? words.spokenHeadless(deprel) : words.dependsOn(deprel, sentence.words[head].form);
  const below = dependents[word].map((dependent) => `${sentence.words[dependent].form} (${sentence.words[dependent].deprel})`);
  const verdict = gold && judgeArcs(sentence, gold)?.[word];
  const right = gold && verdict && verdict !== 'right' ? headIndices(gold)[word] : null;
  const inGold = right === null ? '' : words.spokenGold(gold!.words[word].deprel, right >= 0 ? gold!.words[right].form : words.root);
  return [form, upos ?? '', relation, below.length > 0 ? words.headOf(below.join(', ')) : '', inGold].filter((part) => part !== '').join(', ');
}
