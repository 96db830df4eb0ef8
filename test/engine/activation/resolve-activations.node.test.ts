import { describe, expect, test } from 'vitest';
import { resolveActivations, type ActivationData } from '../../../src/engine/activation';
import { finishNow } from '../../../src/engine/stepwise';
import { column, dataOf, sampleOf } from './samples';

const pieces = (data: ActivationData) => {
  const [{ text, starts, ends }] = finishNow(resolveActivations(data));
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};

describe('segments find their place', () => {
  test('characters: code points as Python counts, UTF-16 units, or graphemes', () => {
    const text = 'e\u0301😀';
    expect(pieces(dataOf(text, column(1, 2, 3)))).toEqual(['e', '\u0301', '😀']);
    expect(pieces(dataOf(text, column(1, 2, 3, 4)))).toEqual(['e', '\u0301', '\ud83d', '\ude00']);
    expect(pieces(dataOf(text, column(1, 2)))).toEqual(['e\u0301', '😀']);
  });

  test('words: between white space, or by Unicode\'s rules with punctuation', () => {
    expect(pieces(dataOf('Go on.', column(1, 2), { segmentation: 'word' }))).toEqual(['Go', 'on.']);
    expect(pieces(dataOf('Go on.', column(1, 2, 3), { segmentation: 'word' }))).toEqual(['Go', 'on', '.']);
  });

  test('sentences: lines, or by Unicode\'s rules', () => {
    expect(pieces(dataOf('A b. C d.\nE', column(1, 2), { segmentation: 'sentence' }))).toEqual(['A b. C d.', 'E']);
    expect(pieces(dataOf('A b. C d.\nE', column(1, 2, 3), { segmentation: 'sentence' }))).toEqual(['A b.', 'C d.', 'E']);
  });

  test('tokens: where they are found', () => {
    expect(pieces(dataOf('unable', column(1, 2), { segmentation: 'token', tokens: ['un', '##able'] }))).toEqual(['un', 'able']);
  });

  test('offsets: UTF-16 units or code points; (0, 0) stands nowhere', () => {
    const text = '😀ab';
    expect(pieces(dataOf(text, column(1, 2, 3), { segmentation: 'token', offsets: [0, 0, 0, 2, 2, 4] }))).toEqual(['', '😀', 'ab']);
    expect(pieces(dataOf(text, column(1, 2, 3), { segmentation: 'token', offsets: [0, 1, 1, 3, 0, 0], offsetUnit: 'codepoint' }))).toEqual(['😀', 'ab', '']);
  });
});

test('layers, classes and samples come along', () => {
  const data = dataOf('ab', [[1, 2], [3, 4]], {
    layers: [{ name: 'backward', direction: 'backward', activations: new Float32Array(6), shape: [2, 3] }],
    classes: [{ name: 'spam', activations: new Float32Array(2), shape: [2, 1], probability: 0.9 }],
    samples: [dataOf('c', [[5, 6]], { name: 'second', gold: 'ham', prediction: 'spam' })],
  });
  const [first, second] = finishNow(resolveActivations(data));
  expect(first.layers.map(({ name, units, reversed }) => [name, units, reversed])).toEqual([['', 2, false], ['backward', 3, true]]);
  expect(first.classes.map(({ name, probability }) => [name, probability])).toEqual([['spam', 0.9]]);
  expect([second.name, second.gold, second.prediction, second.segments]).toEqual(['second', 'ham', 'spam', 1]);
});

describe('bad input is refused with what was expected, received and what to do', () => {
  const layer = (segments: number, units: number, name = 'x') => ({ name, activations: new Float32Array(segments * units), shape: [segments, units] as const });
  test.each<[string, ActivationData, RegExp]>([
    ['an empty text', dataOf('', column(1)), /text with at least one character, received an empty text/],
    ['no text', { ...dataOf('a', column(1)), text: undefined as unknown as string }, /text as a string, received undefined/],
    ['lengths that differ', dataOf('abc', column(1, 2)), /as the text has segments \(3 code points, 3 UTF-16 units, 3 graphemes\), received 2/],
    ['no units', { ...dataOf('ab', column(1, 2)), activations: new Float32Array(), shape: [2, 0] }, /at least one unit in activations, received 0 units/],
    ['no segments', { ...dataOf('ab', column(1, 2)), activations: new Float32Array(), shape: [0, 3] }, /at least one segment/],
    ['a ragged shape', { ...dataOf('ab', column(1, 2)), shape: [2, 3] }, /6 values in activations \(2 segments × 3 units\), received 2/],
    ['a shape of other axes', { ...dataOf('ab', column(1, 2)), shape: [2] as unknown as [number, number] }, /shape of activations as \[segments, units\], received \[2\]/],
    ['no Float32Array', { ...dataOf('ab', column(1, 2)), activations: [1, 2] as unknown as Float32Array }, /activations as a Float32Array/],
    ['another segmentation', { ...dataOf('ab', column(1, 2)), segmentation: 'line' as 'char' }, /one of char, token, word, sentence, received "line"/],
    ['tokens without a place', dataOf('ab', column(1, 2), { segmentation: 'token' }), /give tokens, or offsets/],
    ['too few tokens', dataOf('ab', column(1, 2), { segmentation: 'token', tokens: ['ab'] }), /2 tokens \(one per row of activations\), received 1/],
    ['too few offsets', dataOf('ab', column(1, 2), { offsets: [0, 1] }), /4 offsets/],
    ['offsets beyond the text', dataOf('ab', column(1, 2), { offsets: [0, 1, 1, 3] }), /within 0 … 2, received 1, 3 of segment 1/],
    ['offsets that overlap', dataOf('abc', column(1, 2), { offsets: [0, 2, 1, 3] }), /ascending/],
    ['names of other units', dataOf('a', [[1, 2]], { units: ['only one'] }), /2 names of units/],
    ['a layer of other segments', dataOf('ab', column(1, 2), { layers: [layer(3, 1)] }), /2 segments in layer "x", received 3/],
    ['two layers of one name', dataOf('ab', column(1, 2), { layers: [layer(2, 1), layer(2, 1)] }), /every layer to have a name of its own, received "x"/],
    ['samples of other units', dataOf('ab', column(1, 2), { samples: [dataOf('a', [[1, 2]])] }), /1 units in sample 1, as in sample 0, received 2/],
    ['a bad second sample', dataOf('ab', column(1, 2), { samples: [dataOf('', column(1))] }), /text of sample 1/],
  ])('%s', (_name, data, message) => {
    expect(() => finishNow(resolveActivations(data))).toThrow(message);
    expect(() => finishNow(resolveActivations(data))).toThrow(expect.objectContaining({ code: 'invalid-data' }));
  });

  test('nothing at all', () => expect(() => finishNow(resolveActivations(null as unknown as ActivationData))).toThrow(/data as an object/));
});

test('NaN and infinities are data', () => {
  expect(sampleOf('abc', column(Number.NaN, Infinity, -Infinity)).segments).toBe(3);
});
