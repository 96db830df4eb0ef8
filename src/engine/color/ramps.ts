import { mixColors, parseColor, type Rgb } from './rgb';

/**
 * Colours along each ramp, at equal steps of the value, mixed in sRGB between two of them.
 *
 * Sequential, ever lighter: viridis and magma (S. van der Walt & N. Smith, matplotlib), cividis (Nuñez, Anderton & Renslow 2018).
 * Diverging: blue-red, made in CIELAB with the same lightness (96 in the middle, 40 at the ends) and the same chroma on
 * both sides, so that neither sign looks stronger; the hues 280° and 32° stay apart in all three colour-vision deficiencies.
 * Flair's rainbow: the hues of its `Highlighter` in its order; its 25 colours ended in the red they began with, so here
 * the last 60° of the circle are left out and the ends differ.
 */
const RAMPS = {
  viridis: ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'],
  cividis: ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838'],
  magma: ['#000004', '#180f3d', '#440f76', '#721f81', '#9e2f7f', '#cd4071', '#f1605d', '#fd9668', '#feca8d', '#fcfdbf'],
  'blue-red': ['#075faf', '#4786e0', '#90adef', '#c7d3f8', '#f3f3f3', '#fac8c0', '#ed978b', '#d66258', '#a33c35'],
  flair: ['#ff0000', '#ffff00', '#00ff00', '#00ffff', '#0000ff', '#ff00ff'],
} as const;

/** A ramp of colours, by name. */
export type RampName = keyof typeof RAMPS;

/** All ramps, the default first. */
export const RAMP_NAMES = Object.keys(RAMPS) as readonly RampName[];

/** Whether the ramp's middle stands for zero. */
export function isDiverging(name: RampName): boolean {
  return name === 'blue-red';
}

/** A colour of a ramp, t = 0 (low) … 1 (high); beyond them the ends, for NaN the low one. */
export function rampColor(name: RampName, t: number): Rgb {
  const stops = RAMPS[name];
  const at = (t > 0 ? Math.min(1, t) : 0) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  return mixColors(parseColor(stops[low]), parseColor(stops[low + 1]), at - low);
}
