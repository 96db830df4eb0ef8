import { describe, expect, test } from 'vitest';
import { categoryScale, continuousScale, isContinuous, resolveColorScale } from '../../../src/engine/draw/color-scale';
import { buildPalette, FIRST_INDEX, MISSING_INDEX, OTHER_INDEX, paletteCss } from '../../../src/engine/draw/palette';

describe('categories', () => {
  test('take the colours by frequency, ties by first appearance', async () => {
    const { entries, indices } = await categoryScale(['b', 'a', 'a', 'c', null, 'a', 'c', 'b']);
    expect(entries.map(({ value, kind, count }) => [value, kind, count])).toEqual([
      ['a', 'category', 3],
      ['b', 'category', 2],
      ['c', 'category', 2],
      [null, 'missing', 1],
    ]);
    expect([...indices]).toEqual([1, 0, 0, 2, -2, 0, 2, 1].map((rank) => FIRST_INDEX + rank));
  });

  test('each have a colour up to 20; of more, the ten most frequent have one and the rest is other', async () => {
    const column = (kinds: number) => Array.from({ length: kinds }, (_, i) => Array.from({ length: kinds - i }, () => `k${i}`)).flat();
    const twenty = await categoryScale(column(20));
    expect(twenty.entries).toHaveLength(20);
    const many = await categoryScale(column(21));
    expect(many.entries).toHaveLength(11);
    expect(many.entries[10]).toEqual({ value: null, kind: 'other', count: 66, colorIndex: OTHER_INDEX });
    expect(many.indices[many.indices.length - 1]).toBe(OTHER_INDEX);
  });

  test('miss null, empty text and NaN', async () => {
    const { indices } = await categoryScale([null, '', NaN, 'x']);
    expect([...indices]).toEqual([MISSING_INDEX, MISSING_INDEX, MISSING_INDEX, FIRST_INDEX]);
  });
});

describe('numbers', () => {
  test('spread over the ramp from the smallest to the largest', async () => {
    const scale = await continuousScale(Float32Array.of(5, 10, NaN, 15));
    expect(scale.domain).toEqual([5, 15]);
    expect(scale.missing).toBe(1);
    expect([...scale.indices]).toEqual([FIRST_INDEX, FIRST_INDEX + 127, MISSING_INDEX, 255]);
  });

  test('all alike take the low end, none at all nothing', async () => {
    expect([...(await continuousScale([7, 7])).indices]).toEqual([FIRST_INDEX, FIRST_INDEX]);
    expect(await continuousScale([null, NaN])).toMatchObject({ domain: [0, 0], missing: 2 });
  });

  test('are told from categories by the column', async () => {
    expect(isContinuous(Float32Array.of(1))).toBe(true);
    expect(isContinuous([1, null, 2])).toBe(true);
    expect(isContinuous([1, 'two'])).toBe(false);
    expect(isContinuous([null, ''])).toBe(false);
    expect((await resolveColorScale([1, 2])).kind).toBe('continuous');
    expect((await resolveColorScale(['1', '2'])).kind).toBe('category');
  });
});

test('resolving stops at an abort', async () => {
  const abort = new AbortController();
  const scale = categoryScale(Array.from({ length: 100_000 }, (_, i) => String(i % 7)), abort.signal);
  abort.abort();
  await expect(scale).rejects.toMatchObject({ name: 'AbortError' });
});

describe('a palette', () => {
  const colors = { categories: [[1, 0, 0], [0, 1, 0]] as const, repeatTowards: [0, 0, 0] as const, other: [0.5, 0.5, 0.5] as const, missing: [0.2, 0.2, 0.2] as const };

  test('repeats its categories in a second lightness', () => {
    const palette = buildPalette(colors);
    expect([MISSING_INDEX, OTHER_INDEX, FIRST_INDEX, FIRST_INDEX + 1, FIRST_INDEX + 2].map((i) => paletteCss(palette, i))).toEqual([
      'rgb(51, 51, 51)', 'rgb(128, 128, 128)', 'rgb(255, 0, 0)', 'rgb(0, 255, 0)', 'rgb(153, 0, 0)',
    ]);
  });

  test('holds a ramp from end to end', () => {
    const palette = buildPalette(colors, 'viridis');
    expect(paletteCss(palette, FIRST_INDEX)).toBe('rgb(68, 1, 84)');
    expect(paletteCss(palette, 255)).toBe('rgb(253, 231, 37)');
  });
});
