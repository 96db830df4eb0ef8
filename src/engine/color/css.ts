import { rampColor, type RampName } from './ramps';
import type { Rgb } from './rgb';

/** `#rrggbb` */
export function hexColor(color: Rgb): string {
  return `#${color.map((part) => Math.round(255 * part).toString(16).padStart(2, '0')).join('')}`;
}

/** Even ramps are drawn well by so many stops; the rainbow's and the diverging one's corners fall on stops of this number, too. */
const STOPS = 41;

/** A ramp as a CSS gradient from its low to its high end. */
export function rampGradient(name: RampName, direction = 'to right'): string {
  return `linear-gradient(${direction}, ${Array.from({ length: STOPS }, (_, i) => hexColor(rampColor(name, i / (STOPS - 1)))).join(', ')})`;
}
