import { judgeArcs } from './attachment';
import { headIndices, NO_HEAD, ROOT, type DependencySentence } from './dependency-data';
import type { TreeShape } from './tree-shape';

/** What an arc is beside the gold: `gold` is the gold's own, drawn where the predicted head is another. */
export type ArcKind = 'plain' | 'label' | 'head' | 'gold';

/** From a head to a dependent. Indices of words. */
export interface TreeArc {
  /** {@link ROOT} for the root; {@link NO_HEAD} where the head is missing. */
  head: number;
  dependent: number;
  label: string;
  kind: ArcKind;
  /** The gold's label, where only that differs. */
  goldLabel: string | null;
  /** Whether it is part of a circle. */
  circular: boolean;
}

/** The arcs of a sentence, one a word; with gold of the same words also the gold's arc of every word with another head. */
export function treeArcs(sentence: DependencySentence, { heads, circles }: TreeShape, gold: DependencySentence | null): TreeArc[] {
  const verdicts = gold && judgeArcs(sentence, gold);
  const right = gold && verdicts ? headIndices(gold) : null;
  const circular = new Set(circles.flat());
  return sentence.words.flatMap(({ deprel }, dependent): TreeArc[] => {
    const verdict = verdicts?.[dependent] ?? 'right';
    const goldLabel = gold?.words[dependent]?.deprel ?? '';
    const own: TreeArc = {
      head: heads[dependent], dependent, label: deprel, kind: verdict === 'right' ? 'plain' : verdict, goldLabel: verdict === 'label' ? goldLabel : null, circular: circular.has(dependent),
    };
    if (verdict !== 'head' || !right || right[dependent] === NO_HEAD) return [own];
    return [own, { head: right[dependent], dependent, label: goldLabel, kind: 'gold', goldLabel: null, circular: false }];
  });
}

/** Whether an arc has a head in the sentence. */
export const hasHead = ({ head }: TreeArc) => head > ROOT;
