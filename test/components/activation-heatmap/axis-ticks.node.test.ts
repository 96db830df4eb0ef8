import { describe, expect, test } from 'vitest';
import { columnTicks, roundStep, rowTicks } from '../../../src/components/activation-heatmap/axis-ticks';
import { cursorStep } from '../../../src/components/activation-heatmap/heatmap-keys';
import { segmentsIn } from '../../../src/components/activation-heatmap/segments-in';

const texts = { textOf: (column: number) => 'abcdefghij'[column % 10], numberOf: String, widthOf: (text: string) => 7 * text.length };
const view = { column: 0, row: 0, cellWidth: 1, cellHeight: 1 };

test('steps are 1, 2 or 5 times a power of ten', () => {
  expect([0.1, 1, 1.2, 3, 7, 11, 24, 480].map((least) => roundStep(least))).toEqual([1, 1, 2, 5, 10, 20, 50, 500]);
});

describe('rows', () => {
  test('all of them where each has a line, from the first that is in sight whole', () => {
    expect(rowTicks({ ...view, row: 2.5, cellHeight: 16 }, 100, 64, (row) => `u${row}`).map(({ at, text }) => [at, text])).toEqual([[8 + 8, 'u3'], [32, 'u4'], [48, 'u5']]);
  });

  test('some at round steps where there are many, none beyond the last', () => {
    expect(rowTicks({ ...view, cellHeight: 0.5 }, 180, 200, String).map(({ index }) => index)).toEqual([50, 100, 150]);
  });
});

describe('columns', () => {
  test('numbers at round steps, apart, while cells are narrow', () => {
    const labels = columnTicks({ ...view, cellWidth: 0.1 }, 20_000, 1000, texts);
    expect(labels.map(({ index }) => index)).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500, 7000, 7500, 8000, 8500, 9000, 9500]);
  });

  test('every character where cells are wide', () => {
    expect(columnTicks({ ...view, column: 3.5, cellWidth: 10 }, 100, 60, texts).map(({ text }) => text).join('')).toBe('efghi');
  });

  test('long segments never touch one another and are never cut', () => {
    const labels = columnTicks({ ...view, cellWidth: 12 }, 50, 400, { ...texts, textOf: (column) => 'x'.repeat(1 + (column % 7)) });
    labels.forEach(({ at, text }, i) => {
      expect(at - 3.5 * text.length).toBeGreaterThanOrEqual(i > 0 ? labels[i - 1].at + 3.5 * labels[i - 1].text.length : 0);
      expect(at + 3.5 * text.length).toBeLessThanOrEqual(400);
    });
    expect(labels.length).toBeGreaterThan(5);
  });
});

test('segments of a stretch of text: all that hold a part of it', () => {
  const spans = { starts: Uint32Array.of(0, 2, 2, 5), ends: Uint32Array.of(2, 2, 5, 9) };
  expect(segmentsIn(spans, 1, 3)).toEqual([0, 3]);
  expect(segmentsIn(spans, 5, 6)).toEqual([3, 4]);
  expect(segmentsIn(spans, 9, 12)).toBeNull();
});

test('keys go a cell, ten with Shift, a page, or to the end of a row', () => {
  const step = (key: string, shiftKey = false) => cursorStep({ key, shiftKey }, 25);
  expect([step('ArrowLeft'), step('ArrowDown', true), step('PageUp'), step('End'), step('a')]).toEqual([[-1, 0], [0, 10], [0, -25], [Infinity, 0], null]);
});
