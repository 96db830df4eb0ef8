import { describe, expect, test } from 'vitest';
import { finishNow, judgeArcs, scoreAttachment, treeArcs, treeShape, type DependencySentence } from '../../../src/engine';

const tree = (...heads: [head: number | null, deprel: string][]): DependencySentence => ({ words: heads.map(([head, deprel], i) => ({ id: i + 1, form: `w${i}`, head, deprel })) });
const gold = tree([2, 'nsubj'], [0, 'root'], [2, 'obj'], [3, 'nmod']);
const predicted = tree([2, 'nsubj'], [0, 'root'], [2, 'obl'], [2, 'nmod']);

describe('gold against predicted arcs', () => {
  test('a wrong head is one whatever the label, a wrong label has the right head', () => {
    expect(judgeArcs(predicted, gold)).toEqual(['right', 'right', 'label', 'head']);
    expect(judgeArcs(tree([null, 'nsubj'], [0, 'root'], [2, 'obj'], [9, 'nmod']), gold)).toEqual(['head', 'right', 'right', 'head']);
  });

  test('an unknown head is never right, even where the gold knows none either', () => {
    expect(judgeArcs(tree([null, 'x']), tree([null, 'x']))).toEqual(['head']);
  });

  test('UAS counts heads, LAS heads with their labels', () => {
    const scores = finishNow(scoreAttachment([predicted, gold], [gold, gold]));
    expect(scores).toMatchObject({ words: 8, heads: 7, arcs: 6, uas: 7 / 8, las: 6 / 8, unscored: 0 });
    expect([...scores.mistakes]).toEqual([2, 0]);
    expect(scores.labels.find(({ label }) => label === 'obj')).toEqual({ label: 'obj', words: 2, heads: 2, arcs: 1 });
  });

  test('sentences of other words, or without gold, are not scored', () => {
    const other = tree([0, 'root']);
    expect(judgeArcs(predicted, other)).toBeNull();
    expect(finishNow(scoreAttachment([predicted, predicted, gold], [other, gold]))).toMatchObject({ unscored: 2, words: 4 });
  });

  test('arcs: the gold\'s own beside a wrong head, its label beside a wrong label', () => {
    const arcs = treeArcs(predicted, treeShape(predicted), gold);
    expect(arcs.map(({ head, dependent, label, kind, goldLabel }) => `${head}>${dependent} ${label} ${kind} ${goldLabel}`))
      .toEqual(['1>0 nsubj plain null', '-1>1 root plain null', '1>2 obl label obj', '1>3 nmod head null', '2>3 nmod gold null']);
  });
});
