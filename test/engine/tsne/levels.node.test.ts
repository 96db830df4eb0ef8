import { describe, expect, it } from 'vitest';
import { layoutLevels } from '../../../src/engine/tsne/levels';

describe('the levels of a layout', () => {
  it.each([[3, [3]], [20_000, [20_000]], [20_001, [10_000, 20_001]], [50_000, [10_000, 50_000]], [149_999, [10_000, 149_999]],
    [150_000, [10_000, 50_000, 150_000]], [341_479, [10_000, 50_000, 341_479]], [1_000_000, [10_000, 50_000, 250_000, 1_000_000]]])(
    'of %i points are %j', (points, levels) => {
      expect(layoutLevels(points, 0, points > 20_000)).toEqual(levels);
    },
  );

  it('are one where growing is not wanted', () => {
    expect(layoutLevels(341_479, 0, false)).toEqual([341_479]);
  });

  it('go on from what stands', () => {
    expect(layoutLevels(341_479, 10_000, true)).toEqual([50_000, 341_479]);
    expect(layoutLevels(30_000, 20_000, true)).toEqual([30_000]);
    expect(layoutLevels(20_000, 20_000, true)).toEqual([]);
    expect(layoutLevels(20_000, 30_000, true)).toEqual([]);
  });
});
