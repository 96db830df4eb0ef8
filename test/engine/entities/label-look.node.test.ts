import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, hexColor, labelLook, parseColor } from '../../../src/engine';

const THEMES = [['#1b1c1e', '#fbfbfa'], ['#edeeef', '#121314']].map(([text, surface]) => ({ text: parseColor(text), surface: parseColor(surface) }));

test.each(THEMES)('any colour at all leaves text at 7 : 1 and lines at 3 : 1 (theme %#)', (theme) => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(fc.tuple(part, part, part), (base) => {
    const { fill, line } = labelLook(base, theme);
    expect(contrast(theme.text, parseColor(hexColor(fill)))).toBeGreaterThanOrEqual(7);
    expect(contrast(theme.surface, parseColor(hexColor(line)))).toBeGreaterThanOrEqual(3);
  }), { seed: 2 });
});

test('a colour that reads well keeps itself as a line, and tints its background', () => {
  const base = parseColor('#4269d0');
  const { fill, line } = labelLook(base, THEMES[0]);
  expect(hexColor(line)).toBe('#4269d0');
  expect(contrast(fill, THEMES[0].surface)).toBeGreaterThan(1.3);
});
