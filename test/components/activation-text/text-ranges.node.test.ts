import { expect, test } from 'vitest';
import { isChosen, maskOfRanges, mergeRanges, rangesLength, rangesText } from '../../../src/components/activation-text/text-ranges';

test('ranges are put in order, joined where they meet, and kept within the text', () => {
  expect(mergeRanges([[8, 6], [0, 2], [2, 3], [7, 99], [5, 5], [-4, 1]], 10)).toEqual([[0, 3], [6, 10]]);
});

test('a segment is chosen where a range holds a part of it', () => {
  const ranges = [[2, 4], [6, 8]] as const;
  expect([[0, 2], [0, 3], [3, 4], [4, 6], [5, 9], [8, 9]].map(([start, end]) => isChosen(ranges, start, end))).toEqual([false, true, true, false, true, false]);
  expect(Array.from(maskOfRanges(ranges, Uint32Array.of(0, 2, 4, 7), Uint32Array.of(2, 4, 6, 9)))).toEqual([0, 1, 0, 1]);
});

test('ranges tell their length and their text', () => {
  expect(rangesLength([[2, 4], [6, 9]])).toBe(5);
  expect(rangesText('0123456789', [[2, 4], [6, 9]])).toBe('23\n678');
});
