import { describe, expect, test } from 'vitest';
import { contrast, parseColor, RAMP_NAMES, type Rgb } from '../../../src/engine/color';
import { buildPalette, FIRST_INDEX, MISSING_INDEX, OTHER_INDEX, paletteCss } from '../../../src/engine/draw/palette';

describe('a palette', () => {
  const colors = { categories: [[1, 0, 0], [0, 1, 0]] as const, repeatTowards: [0, 0, 0] as const, other: [0.5, 0.5, 0.5] as const, missing: [0.2, 0.2, 0.2] as const, ground: [1, 1, 1] as Rgb, ink: [0, 0, 0] as Rgb };

  test('repeats its categories in a second lightness', () => {
    const palette = buildPalette(colors);
    expect([MISSING_INDEX, OTHER_INDEX, FIRST_INDEX, FIRST_INDEX + 1, FIRST_INDEX + 2].map((i) => paletteCss(palette, i))).toEqual([
      'rgb(51, 51, 51)', 'rgb(128, 128, 128)', 'rgb(255, 0, 0)', 'rgb(0, 255, 0)', 'rgb(153, 0, 0)',
    ]);
  });

  test('holds a ramp from end to end, or the other way round', () => {
    const palette = buildPalette(colors, 'cividis');
    expect(paletteCss(palette, FIRST_INDEX)).toBe('rgb(0, 34, 78)');
    const reversed = buildPalette(colors, 'cividis', true);
    expect(reversed.slice(FIRST_INDEX).reverse()).toEqual(palette.slice(FIRST_INDEX));
    expect([MISSING_INDEX, OTHER_INDEX].map((i) => paletteCss(reversed, i))).toEqual([MISSING_INDEX, OTHER_INDEX].map((i) => paletteCss(palette, i)));
  });

  describe.each([['light', '#fbfbfa', '#1b1c1e'], ['dark', '#121314', '#edeeef']])('on %s ground', (_name, surface, text) => {
    const [ground, ink] = [parseColor(surface), parseColor(text)];
    const stepsOf = (name: (typeof RAMP_NAMES)[number]) => {
      const palette = buildPalette({ ...colors, ground, ink }, name);
      return Array.from({ length: 254 }, (_, i) => parseColor(paletteCss(palette, FIRST_INDEX + i)));
    };

    test.each(RAMP_NAMES)('every step of %s can be seen', (name) => {
      expect(Math.min(...stepsOf(name).map((color) => contrast(color, ground)))).toBeGreaterThan(1.29);
    });

    test('zero is a faint grey, and the signs grow more colourful from there', () => {
      const steps = stepsOf('blue-red');
      const chroma = (step: Rgb) => Math.max(...step) - Math.min(...step);
      expect(contrast(steps[127], ground)).toBeLessThan(1.8);
      expect(chroma(steps[127])).toBeLessThan(0.02);
      for (const half of [[126, 110, 90, 60], [127, 143, 163, 193]]) {
        for (let i = 1; i < half.length; i++) expect(chroma(steps[half[i]])).toBeGreaterThan(chroma(steps[half[i - 1]]));
      }
    });
  });
});
