import { describe, expect, test } from 'vitest';
import { isContinuous, resolveColorScale } from '../../../src/engine/draw/color-scale';

describe('how a column is coloured', () => {
  test('by itself: numbers by a ramp, everything else by category', async () => {
    expect(isContinuous(Float32Array.of(1))).toBe(true);
    expect(isContinuous([1, null, 2])).toBe(true);
    expect(isContinuous([1, 'two'])).toBe(false);
    expect(isContinuous([null, ''])).toBe(false);
    expect(await resolveColorScale([1, 2])).toMatchObject({ kind: 'continuous', transform: { name: 'linear' } });
    expect(await resolveColorScale(['1', '2'])).toMatchObject({ kind: 'category' });
  });

  test('as asked: numbers by category, or by logarithm or rank', async () => {
    const categories = await resolveColorScale(Float32Array.of(2, 7, 2, NaN), { scale: 'categorical' });
    expect(categories.kind === 'category' && categories.categories).toEqual([{ value: '2', count: 2 }, { value: '7', count: 1 }]);
    expect(await resolveColorScale([1, 10], { scale: 'log' })).toMatchObject({ transform: { name: 'log' } });
    expect(await resolveColorScale([1, 10], { scale: 'quantile' })).toMatchObject({ transform: { name: 'quantile' } });
  });

  test('a mixed column takes a ramp when asked: what is no number is missing', async () => {
    expect(await resolveColorScale([3, 'three', 5], { scale: 'linear' })).toMatchObject({ kind: 'continuous', missing: 1, domain: [3, 5] });
  });

  test('without any number by category, whatever is asked', async () => {
    expect(await resolveColorScale(['a', null], { scale: 'log' })).toMatchObject({ kind: 'category' });
  });
});

test('resolving stops at an abort', async () => {
  for (const column of [Array.from({ length: 100_000 }, (_, i) => String(i % 7)), new Float32Array(100_000)]) {
    const abort = new AbortController();
    const scale = resolveColorScale(column, { signal: abort.signal });
    abort.abort();
    await expect(scale).rejects.toMatchObject({ name: 'AbortError' });
  }
});
