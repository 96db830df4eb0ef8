import { expect, test } from 'vitest';
import { contrast, RAMP_NAMES, rampColor, textColorOn } from '../../../src/engine/color';

test('contrast is that of WCAG', () => {
  expect(contrast([1, 1, 1], [0, 0, 0])).toBeCloseTo(21, 6);
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 6);
  // #767676 is the lightest grey that passes on white.
  expect(contrast([0x76 / 255, 0x76 / 255, 0x76 / 255], [1, 1, 1])).toBeCloseTo(4.54, 2);
});

test.each(RAMP_NAMES)('text on every colour of %s has 4.5 : 1', (name) => {
  for (let level = 0; level < 256; level++) {
    const background = rampColor(name, level / 255);
    expect(contrast(background, textColorOn(background))).toBeGreaterThanOrEqual(4.5);
  }
});
