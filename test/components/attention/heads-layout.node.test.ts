import { describe, expect, test } from 'vitest';
import { headPlace, headsLayout } from '../../../src/components/attention/heads-layout';
import { headStep } from '../../../src/components/attention/heads-grid';

describe('the grid of heads', () => {
  test('has a row per layer, its pictures as large as the width allows', () => {
    const layout = headsLayout(500, 2, 12, false);
    expect(layout.columns).toBe(12);
    expect(layout.width).toBeLessThanOrEqual(500);
    expect(layout.width).toBeGreaterThan(500 - 12);
    expect(headPlace(layout, 12)).toEqual({ x: layout.left, y: layout.top + layout.size + 4 });
  });

  test('keeps pictures that can be recognised, and scrolls where they do not fit', () => {
    expect(headsLayout(200, 12, 16, false)).toMatchObject({ size: 20, columns: 16 });
    expect(headsLayout(2000, 1, 4, false).size).toBe(64);
  });

  test('sorted, goes row after row with room for a figure', () => {
    const layout = headsLayout(240, 2, 3, true);
    expect(layout).toMatchObject({ columns: 4, left: 0, top: 0 });
    expect(headPlace(layout, 5).y).toBe(layout.size + layout.caption + 4);
  });
});

test('keys go through it and stay within', () => {
  expect(headStep('ArrowDown', 1, 8, 4)).toBe(5);
  expect(headStep('ArrowDown', 5, 8, 4)).toBe(5);
  expect(headStep('ArrowLeft', 0, 8, 4)).toBe(0);
  expect(headStep('End', 0, 8, 4)).toBe(7);
  expect(headStep('x', 0, 8, 4)).toBeNull();
});
