import { describe, expect, test } from 'vitest';
import { fittingScale, viewOfBoth } from '../../../src/components/map-compare/view-of-both';

const VIEWPORT = { width: 400, height: 300 };

describe('the view of a word in both maps', () => {
  test('stands in the middle, as far away as its places are apart', () => {
    expect(viewOfBoth({ x: 0, y: 0 }, { x: 20, y: 0 }, VIEWPORT, 5)).toEqual({ x: 10, y: 0, scale: 10 });
    expect(viewOfBoth({ x: 0, y: -10 }, { x: 0, y: 5 }, VIEWPORT, 5)).toEqual({ x: 0, y: -2.5, scale: 10 });
  });

  test('is never farther than everything, and never closer than six times that', () => {
    expect(viewOfBoth({ x: 0, y: 0 }, { x: 90, y: 0 }, VIEWPORT, 5).scale).toBe(5);
    expect(viewOfBoth({ x: 3, y: 4 }, { x: 3, y: 4 }, VIEWPORT, 5)).toEqual({ x: 3, y: 4, scale: 30 });
  });

  test('knows the scale of everything', () => {
    expect(fittingScale(Float32Array.of(-10, 0, 10, 30, 0, 15), VIEWPORT)).toBe(10);
    expect(fittingScale(Float32Array.of(2, 2), VIEWPORT)).toBe(1);
  });
});
