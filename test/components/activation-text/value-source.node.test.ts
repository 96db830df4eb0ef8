import { describe, expect, test } from 'vitest';
import type { ActivationData } from '../../../src/engine';
import { type ValueRequest, ValueSource } from '../../../src/components/activation-text/value-source';

const data: ActivationData = {
  text: 'ab cd', segmentation: 'char', shape: [5, 2], activations: Float32Array.of(0, 100, 1, 0, 2, 0, 3, 0, 4, -100),
  layers: [{ name: 'second', activations: new Float32Array(5).fill(7), shape: [5, 1] }],
  classes: [{ name: 'spam', activations: Float32Array.of(1, -1, 0, 2, -2), shape: [5, 1] }],
  samples: [{ text: 'x', segmentation: 'char', shape: [1, 2], activations: Float32Array.of(8, 0), layers: [{ name: 'second', activations: Float32Array.of(9), shape: [1, 1] }] }],
};

const request: ValueRequest = {
  data, sample: 0, layer: '', scoreClass: '', units: [0], reduce: 'mean', granularity: null, aggregate: 'mean', normalization: 'unit', clip: 1, low: null, high: null, locale: 'en',
};

const show = (change: Partial<ValueRequest> = {}, source = new ValueSource()) => source.show({ ...request, ...change });
const ends = async (change: Partial<ValueRequest>) => {
  const { scale } = await show(change);
  return [scale.low, scale.high];
};

describe('the ends of the colours', () => {
  test.each<[string, Partial<ValueRequest>, [number, number]]>([
    ['unit: of all samples', { normalization: 'unit' }, [0, 8]],
    ['sample: of this one', { normalization: 'sample' }, [0, 4]],
    ['global: of all units', { normalization: 'global' }, [-100, 100]],
    ['global: several units are one series', { normalization: 'global', units: [0, 1], reduce: 'max' }, [1, 100]],
    ['symmetric', { normalization: 'symmetric' }, [-8, 8]],
    ['percentile', { normalization: 'percentile', clip: 20 }, [1, 4]],
    ['rank', { normalization: 'rank' }, [0, 8]],
    ['by hand, one of them', { low: -3 }, [-3, 8]],
    ['by hand, past one another', { low: 9, high: 2 }, [2, 9]],
  ])('%s', async (_name, change, expected) => expect(await ends(change)).toEqual(expected));

  test('lie within the histogram, with all values', async () => {
    expect((await show({ low: -3, high: 1 })).domain).toEqual([-3, 8]);
    expect((await show({ normalization: 'symmetric' })).domain).toEqual([-8, 8]);
    expect((await show()).histogram.reduce((a, b) => a + b)).toBe(6);
  });
});

describe('what is shown', () => {
  test('layers and classes take the place of the activations', async () => {
    expect(Array.from((await show({ layer: 'second' })).values[1])).toEqual([9]);
    const spam = await show({ data: { ...data, samples: [] }, scoreClass: 'spam' });
    expect(Array.from(spam.values[0])).toEqual([1, -1, 0, 2, -2]);
  });

  test('words join their characters', async () => {
    const { values, groups, granularity } = await show({ granularity: 'word', aggregate: 'sum' });
    expect([granularity, Array.from(values[0]), Array.from(groups[0].starts)]).toEqual(['word', [1, 2, 7], [0, 2, 3]]);
  });

  test('all finite values are sorted once', async () => {
    const source = new ValueSource();
    const { values } = await show({}, source);
    const sorted = await source.sorted(values);
    expect(Array.from(sorted)).toEqual([0, 1, 2, 3, 4, 8]);
    expect(await source.sorted(values)).toBe(sorted);
  });
});

describe('what stays the same is kept', () => {
  test('another normalisation reads no values again, another unit cuts no text again', async () => {
    const source = new ValueSource();
    const first = await show({}, source);
    const normalized = await show({ normalization: 'rank' }, source);
    expect(normalized.values).toBe(first.values);
    const other = await show({ units: [1] }, source);
    expect(other.groups).toBe(first.groups);
    expect(other.values).not.toBe(first.values);
    expect((await show({ granularity: 'word' }, source)).samples).toBe(first.samples);
  });

  test('an aborted step is made again', async () => {
    const source = new ValueSource();
    const abort = new AbortController();
    abort.abort();
    await expect(source.show(request, abort.signal)).rejects.toThrow('abort');
    expect((await show({}, source)).summary.finite).toBe(6);
  });
});

test.each<[string, Partial<ValueRequest>, RegExp]>([
  ['sample', { sample: 2 }, /a sample out of 0 to 1, received 2/],
  ['unit', { units: [2] }, /a unit out of 0 to 1, received 2/],
  ['fraction of a unit', { units: [0.5] }, /a unit out of/],
  ['layer', { layer: 'third' }, /a layer out of "", "second", received "third"/],
  ['class', { scoreClass: 'spam' }, /a class out of none, received "spam"/],
  ['normalisation', { normalization: 'log' as 'unit' }, /a normalization out of unit, .*received log/],
])('an unknown %s is an error that names the known ones', async (_name, change, message) => {
  await expect(show(change)).rejects.toThrow(message);
  await expect(show(change)).rejects.toMatchObject({ code: 'invalid-option' });
});
