import { describe, expect, test } from 'vitest';
import { formatCount, formatDuration, formatFixed, formatPercent, formatValue } from '../../src/components/number-format';
import { stringsFor } from '../../src/components/strings';

const en = stringsFor('en');

test('words come in Chinese for every Chinese tag, else in English', () => {
  expect(stringsFor('zh-CN').locale).toBe('zh-Hans');
  expect(stringsFor('ZH').locale).toBe('zh-Hans');
  expect(stringsFor('de').locale).toBe('en');
  expect(stringsFor('').locale).toBe('en');
});

test('both languages have the same words', () => {
  const shape = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value);
  expect(shape(stringsFor('zh'))).toEqual(shape(en));
});

describe('numbers', () => {
  test('are grouped, and have as many decimals as asked for', () => {
    expect(formatCount(341_479, en)).toBe('341,479');
    expect(formatFixed(2, 3, en)).toBe('2.000');
    expect(formatPercent(0.456, en)).toBe('46%');
    expect(formatValue(0.000123456, en)).toBe('0.0001235');
  });

  test('durations change their unit', () => {
    expect([840, 9940, 46_000, 59_600, 125_000].map((ms) => formatDuration(ms, en))).toEqual(['0.8 s', '9.9 s', '46 s', '1 min 0 s', '2 min 5 s']);
    expect(formatDuration(125_000, stringsFor('zh'))).toBe('2 分 5 秒');
  });
});
