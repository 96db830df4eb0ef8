import { describe, expect, test } from 'vitest';
import { buildPalette, FIRST_INDEX, MISSING_INDEX, OTHER_INDEX, paletteCss } from '../../../src/engine/draw/palette';

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
    const reversed = buildPalette(colors, 'viridis', true);
    expect([FIRST_INDEX, 255].map((i) => paletteCss(reversed, i))).toEqual(['rgb(253, 231, 37)', 'rgb(68, 1, 84)']);
    expect([MISSING_INDEX, OTHER_INDEX].map((i) => paletteCss(reversed, i))).toEqual([MISSING_INDEX, OTHER_INDEX].map((i) => paletteCss(palette, i)));
  });
});
