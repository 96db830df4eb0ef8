import { describe, expect, test } from 'vitest';
import { isNumeric, labelOrder, signsLast } from '../../../src/components/embedding-map/labels/label-order';
import { pointText, regionText } from '../../../src/components/embedding-map/labels/label-text';
import { regionLevelAt } from '../../../src/components/embedding-map/labels/region-zoom';

describe('the order of labels', () => {
  test('is that of a column of numbers, the highest first, those without a value last', () => {
    const { order, ranks } = labelOrder([3, null, 9, Number.NaN, 3], 5)!;
    expect([...order]).toEqual([2, 0, 4, 1, 3]);
    expect([...ranks]).toEqual([1, 3, 0, 4, 2]);
    expect([...labelOrder(Float32Array.of(1, 5, 7), 2)!.order]).toEqual([1, 0]);
  });

  test('is that of the rows without one', () => {
    expect(labelOrder(null, 5)).toBeNull();
    expect(labelOrder(['a', 'b'], 2)).toBeNull();
    expect(isNumeric([1, null, ''])).toBe(true);
  });
});

test('signs come after words, each in their order', async () => {
  const labels = ['the', ',', 'of', '.', '1990', '"', '北京'];
  const { signal } = new AbortController();
  expect([...await signsLast(labels, 7, null, signal)]).toEqual([0, 2, 4, 6, 1, 3, 5]);
  expect([...await signsLast(labels, 3, Uint32Array.of(5, 2, 0, 1, 3, 4, 6), signal)]).toEqual([2, 0, 5]);
});

describe('the text of a label', () => {
  test('of a point is 14 px for the first ranks and 11 for the last', () => {
    expect([0, 50, 300, 1500, 3000, 19_999].map((rank) => pointText('word', rank, 20_000).fontPx)).toEqual([14, 14, 13, 12, 11, 11]);
  });

  test('is one short line, whatever the label holds', () => {
    expect(pointText('a\n b\t c', 0, 10).lines).toEqual(['a b c']);
    const [line] = pointText('A sentence that goes on and on and never comes to its end', 0, 10).lines;
    expect(line).toBe('A sentence that goes on and on…');
  });

  test('of a region is broken into two lines of about the same length', () => {
    expect(regionText(['li', 'wang'], 1, 1).lines).toEqual(['li, wang']);
    expect(regionText(['france', 'germany', 'italy'], 1, 1).lines).toEqual(['france,', 'germany, italy']);
    expect(regionText(['internationalisation'], 1, 1).lines).toEqual(['internationalisation']);
  });

  test('of a region is 15 to 18 px by its share', () => {
    expect([1, 10, 30, 100].map((points) => regionText(['a'], points, 100).fontPx)).toEqual([15, 16, 17, 18]);
  });
});

describe('the level of regions', () => {
  const bandwidths = [8, 4, 2, 1];

  test('is the one whose bandwidth suits the view', () => {
    // A sixtieth of 600 px is 10 px.
    expect(regionLevelAt(bandwidths, 10 / 8, 600, -1)).toBe(0);
    expect(regionLevelAt(bandwidths, 10 / 4, 600, -1)).toBe(1);
    expect(regionLevelAt(bandwidths, 10 / 2, 600, -1)).toBe(2);
    expect(regionLevelAt(bandwidths, 1e-6, 600, -1)).toBe(0);
    expect(regionLevelAt([], 1, 600, -1)).toBe(-1);
  });

  test('does not change back and forth at a border', () => {
    const border = 10 / 4 / Math.SQRT2;
    expect(regionLevelAt(bandwidths, border * 1.05, 600, 0)).toBe(0);
    expect(regionLevelAt(bandwidths, border * 0.95, 600, 1)).toBe(1);
    expect(regionLevelAt(bandwidths, border * 1.3, 600, 0)).toBe(1);
  });

  test('ends where a single region would fill the view', () => {
    expect(regionLevelAt(bandwidths, 10 * 2 ** 2.5, 600, 3)).toBe(3);
    expect(regionLevelAt(bandwidths, 10 * 2 ** 4, 600, 3)).toBe(-1);
  });
});
