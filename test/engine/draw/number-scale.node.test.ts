import { describe, expect, test } from 'vitest';
import { clippedDomain, continuousScale, scaleHistogram } from '../../../src/engine/draw/number-scale';
import { FIRST_INDEX, MISSING_INDEX, NOT_POSITIVE_INDEX } from '../../../src/engine/draw/palette';
import { sizeOf, sizeScale } from '../../../src/engine/draw/size-scale';

const steps = (indices: Uint8Array) => [...indices].map((index) => index - FIRST_INDEX);

describe('a linear ramp', () => {
  test('spreads the numbers from the smallest to the largest', async () => {
    const scale = await continuousScale(Float32Array.of(5, 10, NaN, 15));
    expect(scale).toMatchObject({ domain: [5, 15], extent: [5, 15], missing: 1, ramp: 'viridis', diverging: false });
    expect([...scale.indices]).toEqual([FIRST_INDEX, FIRST_INDEX + 127, MISSING_INDEX, 255]);
  });

  test('gives all alike the low end, and none at all nothing', async () => {
    expect(steps((await continuousScale([7, 7])).indices)).toEqual([0, 0]);
    expect(await continuousScale([null, NaN])).toMatchObject({ domain: [0, 0], missing: 2 });
  });

  test('goes on with its end colours beyond the domain', async () => {
    const { indices, domain, extent } = await continuousScale([0, 10, 15, 20, 100], { domain: [10, 20] });
    expect(steps(indices)).toEqual([0, 0, 127, 253, 253]);
    expect([domain, extent]).toEqual([[10, 20], [0, 100]]);
  });

  test('takes all values where the domain is upside down', async () => {
    expect((await continuousScale([0, 10], { domain: [8, 3] })).domain).toEqual([0, 10]);
  });
});

describe('values of both signs', () => {
  test('diverge: zero is in the middle, and both sides are of one length', async () => {
    const scale = await continuousScale([-1, 0, 1, 4]);
    expect(scale).toMatchObject({ diverging: true, ramp: 'blue-red', domain: [-4, 4], extent: [-1, 4] });
    expect(steps(scale.indices)).toEqual([95, 127, 158, 253]);
  });

  test('keep zero in the middle of a domain that is asked for', async () => {
    expect((await continuousScale([-1, 4], { domain: [-0.5, 0.2] })).domain).toEqual([-0.5, 0.5]);
  });

  test('lie evenly on a sequential ramp', async () => {
    expect(await continuousScale([-1, 4], { ramp: 'magma' })).toMatchObject({ diverging: false, domain: [-1, 4] });
  });

  test('of one sign only need no middle', async () => {
    expect(await continuousScale([1, 4], { ramp: 'blue-red' })).toMatchObject({ diverging: false, domain: [1, 4] });
  });
});

describe('a logarithmic ramp', () => {
  test('gives every factor the same step, and numbers without a logarithm a mark of their own', async () => {
    const scale = await continuousScale([1, 10, 100, 0, -5, null], { transform: 'log' });
    expect([...scale.indices]).toEqual([FIRST_INDEX, FIRST_INDEX + 127, 255, NOT_POSITIVE_INDEX, NOT_POSITIVE_INDEX, MISSING_INDEX]);
    expect(scale).toMatchObject({ domain: [1, 100], notPositive: 2, missing: 1 });
  });

  test('begins with the smallest positive value where a domain begins below', async () => {
    expect((await continuousScale([0, 2, 50], { transform: 'log', domain: [-3, 20] })).domain).toEqual([2, 20]);
  });

  test('of no positive value is empty', async () => {
    const { indices, notPositive, sorted } = await continuousScale([0, -1], { transform: 'log' });
    expect([...indices]).toEqual([NOT_POSITIVE_INDEX, NOT_POSITIVE_INDEX]);
    expect([notPositive, sorted.length]).toEqual([2, 0]);
  });

  test('has ticks at powers of ten, more or fewer as there is room', async () => {
    const { transform } = await continuousScale([1, 1e9], { transform: 'log' });
    expect(transform.ticks(1, 100, 10)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(transform.ticks(2, 3000, 6)).toEqual([10, 100, 1000]);
    expect(transform.ticks(1, 1e9, 4)).toEqual([1, 1e3, 1e6, 1e9]);
    expect(transform.ticks(20, 60, 4)).toEqual([20, 30, 40, 50, 60]);
  });
});

describe('a ramp by rank', () => {
  test('uses every colour equally often, and gives equal values one colour', async () => {
    const { indices, transform } = await continuousScale([1, 1000, 2, 2, 1e6], { transform: 'quantile' });
    expect(steps(indices)).toEqual([0, 190, 95, 95, 253]);
    expect(transform.ticks(1, 1e6, 3)).toEqual([1, 2, 1e6]);
    expect(transform.at(0.75)).toBe(1000);
  });
});

describe('a histogram', () => {
  test('counts every value of the range once', async () => {
    const scale = await continuousScale([0, 0, 1, 2.5, 5, 10, 10]);
    expect([...scaleHistogram(scale, [0, 10], 4)]).toEqual([3, 1, 1, 2]);
    expect([...scaleHistogram(scale, [1, 5], 2)]).toEqual([2, 1]);
  });

  test('has bins that are even on the axis of the scale', async () => {
    const scale = await continuousScale([1, 5, 10, 99, 1000], { transform: 'log' });
    expect([...scaleHistogram(scale, [1, 1000], 3)]).toEqual([2, 2, 1]);
  });
});

test('clipping leaves out the same share at both ends', async () => {
  expect(clippedDomain({ sorted: Float64Array.from({ length: 101 }, (_, i) => i) }, 0.1)).toEqual([5, 95]);
});

describe('sizes', () => {
  test('go from half to three diameters with the square root of the value; missing ones are NaN', async () => {
    const { sizes, low, high } = await sizeScale([0, 25, 100, null, 'x', NaN]);
    expect([...sizes]).toEqual([0.5, 1.75, 3, NaN, NaN, NaN]);
    expect([low, high]).toEqual([0, 100]);
  });

  test('begin at zero where all values are above, and at the smallest where one is below', async () => {
    expect((await sizeScale(Float32Array.of(50, 100))).low).toBe(0);
    expect([...(await sizeScale([-4, 0, 12])).sizes]).toEqual([0.5, 1.75, 3]);
  });

  test('are the smallest where nothing differs', async () => {
    expect([...(await sizeScale([0, 0])).sizes]).toEqual([0.5, 0.5]);
    expect(sizeOf({ low: 0, high: 10 }, 20)).toBe(3);
  });
});
