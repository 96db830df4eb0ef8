import { describe, expect, test } from 'vitest';
import { fittingScale, viewOfBoth } from '../../../src/components/map-compare/view-of-both';

const VIEWPORT = { width: 400, height: 300 };

describe('the view of a word in both maps', () => {
  test('stands in the middle of what no panel covers, as far away as its places are apart', () => {
    expect(viewOfBoth({ x: 0, y: 0 }, { x: 20, y: 0 }, VIEWPORT, 5)).toEqual({ x: 10, y: -5.25, scale: 10 });
    const { x, y, scale } = viewOfBoth({ x: 0, y: -10 }, { x: 0, y: 9.5 }, VIEWPORT, 4);
    expect([x, scale]).toEqual([0, 5]);
    // 52.5 px above the middle of 300 px lies the middle of the upper 195.
    expect(y).toBeCloseTo(-0.25 - 52.5 / 5);
  });

  test('is never farther than everything, and never closer than six times that', () => {
    expect(viewOfBoth({ x: 0, y: 0 }, { x: 90, y: 0 }, VIEWPORT, 5).scale).toBe(5);
    expect(viewOfBoth({ x: 3, y: 4 }, { x: 3, y: 4 }, VIEWPORT, 5)).toEqual({ x: 3, y: 2.25, scale: 30 });
  });

  test('knows the scale of everything', () => {
    expect(fittingScale(Float32Array.of(-10, 0, 10, 30, 0, 15), VIEWPORT)).toBe(10);
    expect(fittingScale(Float32Array.of(2, 2), VIEWPORT)).toBe(1);
  });
});
