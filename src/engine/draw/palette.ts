import { contrast, isDiverging, mixColors, rampColor, type RampName, type Rgb } from '../color';
import type { Palette } from './point-layer';

/** Palette index of a missing value. */
export const MISSING_INDEX = 0;

/** Palette index of the categories beyond those with a colour. */
export const OTHER_INDEX = 1;

/** Palette index of a number that a logarithmic ramp has no place for. */
export const NOT_POSITIVE_INDEX = OTHER_INDEX;

/** Palette index of the first category, and of the low end of a ramp. */
export const FIRST_INDEX = 2;

/** The colours a palette is made of; the component reads them from its tokens. */
export interface PaletteColors {
  /** Colours of the first categories, in order. */
  categories: readonly Rgb[];
  /** What the second round of categories is mixed with: black on light ground, white on dark. */
  repeatTowards: Rgb;
  other: Rgb;
  missing: Rgb;
  /** Behind the points. */
  ground: Rgb;
  /** Of the text. */
  ink: Rgb;
}

/** Least contrast of a point with the ground: faint, and still there. */
const LEAST_CONTRAST = 1.3;

/** How far the middle of a diverging ramp is from the ground, 1 being the ink: zero is what matters least, on light and on dark. */
const MIDDLE_INK = 0.2;

/** The 256 colours of a map: missing, other, then categories (repeated in a second lightness) or a ramp, from its other end where `reversed`. */
export function buildPalette(colors: PaletteColors, ramp?: RampName, reversed = false): Palette {
  const palette = new Uint32Array(256);
  const bytes = new Uint8Array(palette.buffer);
  const put = (index: number, color: Rgb) => bytes.set([...color.map((part) => Math.round(255 * part)), 255], 4 * index);
  put(MISSING_INDEX, colors.missing);
  put(OTHER_INDEX, colors.other);
  const steps = 256 - FIRST_INDEX;
  for (let i = 0; i < steps; i++) put(FIRST_INDEX + i, ramp ? stepColor(colors, ramp, (reversed ? steps - 1 - i : i) / (steps - 1)) : categoryColor(colors, i));
  return palette;
}

/** A ramp's colour as a point has it on this ground. */
function stepColor({ ground, ink }: PaletteColors, ramp: RampName, t: number): Rgb {
  let color = rampColor(ramp, t);
  if (isDiverging(ramp)) color = mixColors(color, mixColors(ground, ink, MIDDLE_INK), (1 - Math.abs(2 * t - 1)) ** 2);
  for (let share = 0; share <= 1; share += 0.05) {
    const visible = mixColors(color, ink, share);
    if (contrast(visible, ground) >= LEAST_CONTRAST) return visible;
  }
  return ink;
}

function categoryColor({ categories, repeatTowards }: PaletteColors, index: number): Rgb {
  const color = categories[index % categories.length];
  return Math.floor(index / categories.length) % 2 === 0 ? color : mixColors(color, repeatTowards, 0.4);
}

/** A palette entry as CSS. */
export function paletteCss(palette: Palette, index: number): string {
  const [r, g, b] = new Uint8Array(palette.buffer, palette.byteOffset + 4 * index, 3);
  return `rgb(${r}, ${g}, ${b})`;
}
