import { hexColor, isDiverging, luminance, mixColors, rampColor, type RampName, type Rgb } from '../../engine';

/** A surface darker than this is dark. */
const DARK = 0.2;

/** Where a diverging ramp ends on a dark surface: its very ends are as dark as that. */
const BRIGHT_END = 0.125;

/** Stops of the legend's gradient. */
const STOPS = 41;

/**
 * The colour of a score by its place 0 … 1 between the ends. On a dark surface zero is the surface, as it is on a light one,
 * where the middle of a diverging ramp is next to white: most tokens of a sentence say little, and should look it.
 */
export function scoreColor(palette: RampName, surface: Rgb): (at: number) => Rgb {
  if (!isDiverging(palette) || luminance(surface) > DARK) return (at) => rampColor(palette, at);
  return (at) => mixColors(surface, rampColor(palette, at < 0.5 ? BRIGHT_END : 1 - BRIGHT_END), Math.abs(2 * at - 1));
}

/** The colours from the low end to the high one, as a CSS gradient. */
export function scoreGradient(colorAt: (at: number) => Rgb): string {
  return `linear-gradient(to right, ${Array.from({ length: STOPS }, (_, i) => hexColor(colorAt(i / (STOPS - 1)))).join(', ')})`;
}
