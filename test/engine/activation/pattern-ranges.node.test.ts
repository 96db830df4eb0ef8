import { expect, test } from 'vitest';
import { patternRanges } from '../../../src/engine/activation/pattern-ranges';

const places = (texts: string[], source: string) => patternRanges(texts, source).map((ends) => Array.from(ends));

test('starts and ends of all places, text by text, in UTF-16 units', () => {
  expect(places(['say "a" and "b"', 'no', '😀x'], '"[^"]*"|x')).toEqual([[4, 7, 12, 15], [], [2, 3]]);
});

test('what is empty is no place, and a dot is a whole character', () => {
  expect(places(['aab'], 'b*')).toEqual([[2, 3]]);
  expect(places(['😀'], '.')).toEqual([[0, 2]]);
});

test('escapes that only older patterns know are understood', () => {
  expect(places(['a-b'], '\\-')).toEqual([[1, 2]]);
});

test('what is no regular expression is said to be none', () => {
  expect(() => patternRanges(['a'], '(')).toThrow(/regular expression/);
});
