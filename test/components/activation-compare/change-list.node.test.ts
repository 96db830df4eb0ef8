import { expect, test } from 'vitest';
import { rankedChanges } from '../../../src/components/activation-compare/change-list';
import type { ActivationComparison } from '../../../src/engine';

/** Two segments, three units. */
const comparison = {
  pairs: [{}, {}, {}], unitChange: Float64Array.of(1, Number.NaN, 4), segmentChange: Float64Array.of(0.5, 2), difference: Float32Array.of(1, 0, -6, -1, 0, 2),
} as unknown as ActivationComparison;

test('what changed most comes first, with its share of the largest change; what cannot be told comes last', () => {
  expect(rankedChanges(comparison, 'units', 0)).toEqual([{ index: 2, figure: 4, share: 1 }, { index: 0, figure: 1, share: 0.25 }, { index: 1, figure: Number.NaN, share: 0 }]);
  expect(rankedChanges(comparison, 'segments', 0).map(({ index }) => index)).toEqual([1, 0]);
  expect(rankedChanges(comparison, 'unitSegments', 2)).toEqual([{ index: 0, figure: -6, share: 1 }, { index: 1, figure: 2, share: 2 / 6 }]);
});
