import { describe, expect, test } from 'vitest';
import { fittingScale, viewOfBoth } from '../../../src/components/map-compare/view-of-both';

const VIEWPORT = { width: 400, height: 300 };

describe('the view of a word in both maps', () => {
  test('stands in the middle of what no panel covers, as far away as its places are apart', () => {
    const wide = viewOfBoth({ x: 0, y: 0 }, { x: 20, y: 0 }, VIEWPORT, 5);
    // 320 of 400 px for 20 units.
    expect([wide.x, wide.scale]).toEqual([10, 16]);
    // 52.5 px above the middle of 300 px lies the middle of the upper 195.
    expect(wide.y).toBeCloseTo(-52.5 / 16);
    const high = viewOfBoth({ x: 0, y: -10 }, { x: 0, y: 9.5 }, VIEWPORT, 4);
    expect(high.scale).toBeCloseTo((0.8 * 195) / 19.5);
    expect(high.y).toBeCloseTo(-0.25 - 52.5 / high.scale);
  });

  test('is never closer than six times everything', () => {
    expect(viewOfBoth({ x: 3, y: 4 }, { x: 3, y: 4 }, VIEWPORT, 5)).toEqual({ x: 3, y: 2.25, scale: 30 });
  });

  test('knows the scale of everything', () => {
    expect(fittingScale(Float32Array.of(-10, 0, 10, 30, 0, 15), VIEWPORT)).toBe(10);
    expect(fittingScale(Float32Array.of(2, 2), VIEWPORT)).toBe(1);
  });
});
