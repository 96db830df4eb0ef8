import { describe, expect, test } from 'vitest';
import { compareActivations, finishNow, type ActivationSample } from '../../../src/engine';

const text = 'ab cd ef gh';
/** Words by unit, a list of values each. */
const words = (units: Record<string, readonly number[]>, more: Partial<ActivationSample> = {}): ActivationSample => {
  const names = Object.keys(units);
  return { text, segmentation: 'word', units: names, shape: [4, names.length], activations: Float32Array.from({ length: 4 * names.length }, (_, at) => units[names[at % names.length]][Math.floor(at / names.length)]), ...more };
};
const compare = (left: ActivationSample, right: ActivationSample) => finishNow(compareActivations(left, right));

describe('units find each other', () => {
  test('by name, whatever their place; what has no partner is counted', () => {
    const found = compare(words({ x: [1, 2, 3, 4], only: [0, 0, 0, 1], y: [4, 3, 2, 1] }), words({ y: [4, 3, 2, 2], x: [1, 2, 3, 4] }));
    expect(found.pairing).toBe('name');
    expect(found.pairs.map(({ left, right, name }) => [left, right, name])).toEqual([[0, 1, 'x'], [2, 0, 'y']]);
    expect(found.unpaired).toBe(1);
    expect(found.pairs[0].correlation).toBeCloseTo(1);
    expect([...found.difference]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect([...found.unitChange]).toEqual([0, 0.25]);
    expect([...found.segmentChange]).toEqual([0, 0, 0, 0.5]);
  });

  test('by number where neither has names', () => {
    const bare = (sample: ActivationSample): ActivationSample => ({ ...sample, units: undefined });
    const found = compare(bare(words({ a: [1, 2, 3, 4], b: [0, 0, 0, 1] })), bare(words({ a: [1, 2, 3, 5], b: [0, 0, 0, 1] })));
    expect(found.pairing).toBe('number');
    expect([...found.unitChange]).toEqual([0.25, 0]);
  });

  test('else by the best correlation, in standard deviations', () => {
    const found = compare(words({ up: [1, 2, 3, 4], flat: [1, 1, 1, 1], zigzag: [0, 1, 0, 1] }), words({ p: [5, 0, 5, 1], q: [10, 20, 30, 40], r: [0, 8, 0, 8] }));
    expect(found.pairing).toBe('correlation');
    expect(found.pairs.map(({ name }) => name)).toEqual(['up ↔ q', 'zigzag ↔ r']);
    expect(found.unpaired).toBe(1);
    found.difference.forEach((value) => expect(value).toBeCloseTo(0));
    expect(found.left[0]).toBeCloseTo(-1.5 / Math.sqrt(1.25));
  });

  test('not at all: an error', () => {
    expect(() => compare(words({ x: [1, 1, 1, 1] }), words({ y: [1, 2, 3, 4] }))).toThrow(/units that can be paired/);
  });
});

test('other tokens are joined into words by their mean', () => {
  const pieces: ActivationSample = { text, segmentation: 'token', tokens: ['a', '##b', 'cd', 'e', '##f', 'gh'], units: ['x'], shape: [6, 1], activations: Float32Array.of(1, 3, 5, 7, 9, 11) };
  const found = compare(pieces, words({ x: [2, 5, 8, 10] }));
  expect(found.joined).toBe(true);
  expect([...found.starts]).toEqual([0, 3, 6, 9]);
  expect([...found.left]).toEqual([2, 5, 8, 11]);
  expect([...found.difference]).toEqual([0, 0, 0, -1]);
});

test('differences with NaN are shown and left out of the ranking', () => {
  const found = compare(words({ x: [Number.NaN, 1, 1, 2] }), words({ x: [0, 1, 1, 4] }));
  expect(found.difference[0]).toBeNaN();
  expect(found.unitChange[0]).toBeCloseTo(2 / 3);
  expect(found.segmentChange[0]).toBeNaN();
});

test('another text is refused, with the place where it differs', () => {
  expect(() => compare(words({ x: [1, 2, 3, 4] }), words({ x: [1, 2, 3, 4] }, { text: 'ab cd ef hh' }))).toThrow(/at offset 9/);
  expect(() => finishNow(compareActivations(words({ x: [1, 2, 3, 4] }), words({ x: [1, 2, 3, 4] }), 'deep'))).toThrow(/layer out of ""/);
});
