import { describe, expect, test } from 'vitest';
import { axisRange, placeOf, valueAt, withEnd } from '../../../src/components/embedding-map/legend/ramp-range';
import { continuousScale } from '../../../src/engine';

const linear = (domain: [number, number] | null = null) => continuousScale([0, 20, 50, 100], { domain });

describe('the axis of a legend', () => {
  test('shows all values, or the ramp with some room around it', async () => {
    expect(axisRange(await linear())).toEqual([0, 100]);
    expect(axisRange(await linear([40, 60]))).toEqual([37.6, 62.4]);
    expect(axisRange(await linear([0, 50]))).toEqual([0, 56]);
  });

  test('reaches ends beyond all values', async () => {
    expect(axisRange(await linear([-50, 200]))).toEqual([-50, 200]);
  });

  test('is as long on both sides of zero', async () => {
    expect(axisRange(await continuousScale([-1, 4]))).toEqual([-4, 4]);
  });

  test('tells where a value is, and what is at a place', async () => {
    const scale = await continuousScale([1, 10, 100], { transform: 'log' });
    expect(placeOf(scale, [1, 100], 10)).toBe(0.5);
    expect(valueAt(scale, [1, 100], 0.25)).toBe(3.162);
    expect([-1, 2].map((place) => valueAt(scale, [1, 100], place))).toEqual([1, 100]);
  });
});

describe('an end of the ramp', () => {
  test('is put elsewhere, as long as it stays on its side of the other', async () => {
    const scale = await linear();
    expect(withEnd(scale, 'low', 30)).toEqual([30, 100]);
    expect(withEnd(scale, 'high', 30)).toEqual([0, 30]);
    expect(withEnd(scale, 'high', 0)).toBeNull();
    expect(withEnd(scale, 'low', NaN)).toBeNull();
  });

  test('takes the other one along around zero', async () => {
    const scale = await continuousScale([-1, 4]);
    expect(withEnd(scale, 'high', 2)).toEqual([-2, 2]);
    expect(withEnd(scale, 'low', -0.5)).toEqual([-0.5, 0.5]);
    expect(withEnd(scale, 'low', 1)).toBeNull();
  });
});
