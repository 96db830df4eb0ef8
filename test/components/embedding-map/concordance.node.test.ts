import { describe, expect, test } from 'vitest';
import { concordance, isRightToLeft, sortedLines } from '../../../src/components/embedding-map/concordance';
import { contextPieces } from '../../../src/components/embedding-map/hover-card';
import { occurrencesOf } from '../../../src/components/embedding-map/occurrences';

const texts = ['the old bank of a river', 'A bank lends', 'banks', 'at the bank 10 people', 'at the bank 9 people'];
const data = {
  labels: ['bank', 'bank', 'banks', 'bank', 'bank'],
  contexts: texts.map((text) => ({ text, start: text.indexOf('bank'), end: text.indexOf('bank') + 4 })),
};

test('the occurrences of a word are the points with the same label', () => {
  expect(occurrencesOf(data.labels, 3)).toEqual([0, 1, 3, 4]);
  expect(occurrencesOf(data.labels, 2)).toEqual([2]);
});

describe('a line of a concordance', () => {
  test('is what comes before the word, the word, and what comes after', () => {
    expect(concordance(data, [0, 1])).toEqual([
      { row: 0, before: 'the old ', word: 'bank', after: ' of a river' },
      { row: 1, before: 'A ', word: 'bank', after: ' lends' },
    ]);
  });

  test('is one line, however the text is broken', () => {
    expect(concordance({ labels: ['x'], contexts: [{ text: 'one\n two\tx\n\nthree', start: 9, end: 10 }] }, [0])).toEqual([{ row: 0, before: 'one two ', word: 'x', after: ' three' }]);
  });

  test('keeps the surroundings of a span in a long text, and moves a wrong span into the text', () => {
    const [line] = concordance({ labels: ['x'], contexts: [{ text: `${'a '.repeat(5000)}x${' b'.repeat(5000)}`, start: 10_000, end: 10_001 }] }, [0]);
    expect(line.word).toBe('x');
    expect(line.before.length).toBeLessThanOrEqual(160);
    expect(line.before).toMatch(/^a .* $/);
    expect(concordance({ labels: ['x'], contexts: [{ text: 'abc', start: -4, end: 99 }] }, [0])[0].word).toBe('abc');
  });

  test('finds the word in a context that has no span, or stands without one', () => {
    expect(concordance({ labels: ['Bank'], contexts: ['an old bank'] }, [0])).toEqual([{ row: 0, before: 'an old ', word: 'bank', after: '' }]);
    expect(concordance({ labels: ['x'], contexts: ['an old bank'] }, [0])).toEqual([{ row: 0, before: '', word: '', after: 'an old bank' }]);
    expect(concordance({ labels: ['x'] }, [0])).toEqual([{ row: 0, before: '', word: '', after: '' }]);
  });
});

describe('the order of a concordance', () => {
  const lines = concordance(data, [0, 1, 3, 4]);
  const rows = (order: 'row' | 'left' | 'right') => sortedLines(lines, order, 'en').map(({ row }) => row);

  test('is that of rows, of the words before, or of the words after', () => {
    expect(rows('row')).toEqual([0, 1, 3, 4]);
    expect(rows('left')).toEqual([1, 0, 3, 4]);
    expect(rows('right')).toEqual([4, 3, 1, 0]);
  });

  test('leaves the lines as they are', () => {
    rows('right');
    expect(lines.map(({ row }) => row)).toEqual([0, 1, 3, 4]);
  });
});

test('a text runs from right to left by its first letter', () => {
  expect(isRightToLeft('12 שלום world')).toBe(true);
  expect(isRightToLeft('«كتاب»')).toBe(true);
  expect(isRightToLeft('word שלום')).toBe(false);
  expect(isRightToLeft('…')).toBe(false);
});

describe('a context on the card', () => {
  test('keeps the span in sight: wide letters and new lines before it count for more', () => {
    const wide = contextPieces({ text: `${'字'.repeat(500)}词${'字'.repeat(500)}`, start: 500, end: 501 });
    expect(wide).toEqual({ before: `…${'字'.repeat(60)}`, own: '词', after: `${'字'.repeat(60)}…` });
    const broken = contextPieces({ text: `${'line\n'.repeat(30)}word`, start: 150, end: 154 });
    expect(broken.before.split('\n').length).toBeLessThanOrEqual(4);
    expect(broken.own).toBe('word');
  });

  test('cuts a long span at its end, and no letter in two', () => {
    expect(contextPieces({ text: 'x'.repeat(900), start: 0, end: 900 }).own).toBe(`${'x'.repeat(120)}…`);
    const { before } = contextPieces({ text: `${'😀'.repeat(200)}word`, start: 400, end: 404 });
    expect(before).toBe(`…${'😀'.repeat(120)}`);
  });
});
