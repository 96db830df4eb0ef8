import { describe, expect, test } from 'vitest';
import { Plotter, Visualizer } from '../../../src';

describe('in Node', () => {
  test('the classes are there, and say that a page is needed', async () => {
    expect(() => new Plotter().plotTrainingCurves('loss.tsv')).toThrow('Expected a page to make <fv-training-curves> in, received no document');
    expect(() => new Plotter().plotWeights('weights.txt')).toThrow('<fv-weight-traces>');
    expect(() => new Plotter().plotLearningRate('learning_rate.tsv')).toThrow('<fv-learning-rate>');
    await expect(new Visualizer().visualizeWordEmeddings([[1, 2]], ['word'])).rejects.toThrow('<fv-embedding-map>');
  });
});

describe('contexts', () => {
  test('of words are four to each side, the word itself marked', () => {
    const contexts = Visualizer.wordContexts(['a b c d e f', ['x y', '<b>']]);
    expect(contexts.map(({ text, start, end }) => [text, text.slice(start, end)])).toEqual([
      ['a b c d e', 'a'], ['a b c d e f', 'b'], ['a b c d e f', 'c'], ['a b c d e f', 'd'], ['a b c d e f', 'e'], ['b c d e f', 'f'], ['x y <b>', 'x y'], ['x y <b>', '<b>'],
    ]);
  });

  test('of characters are thirty before and twenty-nine after, whole code points', () => {
    const text = `${'a'.repeat(40)}😀${'b'.repeat(40)}`;
    const contexts = Visualizer.charContexts([text]);
    expect(contexts.length).toBe(81);
    const { text: around, start, end } = contexts[40];
    expect([around, around.slice(start, end)]).toEqual([`${'a'.repeat(30)}😀${'b'.repeat(29)}`, '😀']);
    expect(Visualizer.charContexts([['ab', 'c']]).map(({ text: each, start: at }) => each[at])).toEqual(['a', 'b', ' ', 'c']);
  });
});
