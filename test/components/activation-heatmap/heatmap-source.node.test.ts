import { expect, test } from 'vitest';
import { HeatmapSource, type HeatmapRequest } from '../../../src/components/activation-heatmap/heatmap-source';
import { unitScale } from '../../../src/components/activation-heatmap/unit-values';
import { ROW_NUMBERS, type Normalization } from '../../../src/engine';

const values = Float32Array.from({ length: 5 * 3 }, (_, at) => [Math.floor(at / 3), 0 - Math.floor(at / 3), 7][at % 3]);
const request: HeatmapRequest = {
  data: { text: 'abcde', activations: values, shape: [5, 3], segmentation: 'char', samples: [{ text: 'xy', activations: Float32Array.of(9, NaN, 7, 0, -20, 7), shape: [2, 3], segmentation: 'char' }] },
  sample: 0, layer: '', scoreClass: '', order: 'index', normalization: 'unit', sampling: 'max-abs', palette: 'viridis', clip: 1,
};

test('another palette, range or sampling keeps every table that is known', async () => {
  const source = new HeatmapSource();
  const first = await source.show(request);
  expect((await source.show({ ...request, palette: 'magma', normalization: 'global' })).rows).toBe(first.rows);
  const ranked = await source.show({ ...request, normalization: 'rank', sampling: 'mean' });
  for (const normalization of ['percentile', 'unit', 'symmetric', 'rank'] as const) {
    const next = await source.show({ ...request, normalization });
    for (const table of ['matrix', 'rows', 'ranks', 'order'] as const) expect(next[table], table).toBe(ranked[table]);
  }
});

test('ends of a unit: of all samples, of this one, of all units, around zero', async () => {
  const shown = await new HeatmapSource().show(request);
  const ends = (unit: number, normalization: Normalization, low: number | null = null) => {
    const scale = unitScale(shown, unit, { normalization, clip: 1, low, high: null });
    return [scale.low, scale.high];
  };
  expect(ends(0, 'unit')).toEqual([0, 9]);
  expect(ends(0, 'sample')).toEqual([0, 4]);
  expect(ends(1, 'unit')).toEqual([-20, 0]);
  expect(ends(1, 'symmetric')).toEqual([-20, 20]);
  expect(ends(2, 'global')).toEqual([-20, 9]);
  expect(ends(0, 'unit', 3)).toEqual([3, 9]);
  // Row 1, over all samples and over this one: what a distance from the unit's center is worth between the ends.
  const { center: [, center], scale: [, scale] } = shown.matrix.scales;
  const near = (texel: number, wanted: number[]) => wanted.forEach((each, i) => expect(shown.rows[ROW_NUMBERS + 4 * texel + i]).toBeCloseTo(each, 5));
  near(1, [1, scale / 20, (center + 20) / 20, 1]);
  near(2, [1, scale / 4, (center + 4) / 4, 1]);
});
