import { hexColor, isDiverging, rampColor, textColorOn, type RampName, type Rgb, type ValueScale } from '../../engine';

/** Colours a scale is cut into. */
export const LEVELS = 256;

/** The class of a segment by its value: a colour, or what is no number. Palettes are styles, so that another one touches no segment. */
export function levelClass(value: number, { position }: ValueScale): string {
  if (Number.isNaN(value)) return 'nan';
  const level = `c${Math.round(position(value) * (LEVELS - 1))}`;
  return Number.isFinite(value) ? level : `${level} inf`;
}

/** Thickest underline, CSS pixels. */
const THICKEST = 5;

/**
 * The styles of all levels in a palette: background, the black or white that reads better on it, and the underline, thicker
 * for a higher value; around zero thicker away from it, and dotted below.
 * @param colorAt The colour of a place 0 … 1, by default the palette's.
 */
export function levelStyles(palette: RampName, colorAt: (at: number) => Rgb = (at) => rampColor(palette, at)): string {
  const rules: string[] = [];
  for (let level = 0; level < LEVELS; level++) {
    const at = level / (LEVELS - 1);
    const background = colorAt(at);
    const strength = isDiverging(palette) ? Math.abs(2 * at - 1) : at;
    const line = isDiverging(palette) && at < 0.5 ? 'dotted' : 'solid';
    rules.push(`.c${level} { background-color: ${hexColor(background)}; color: ${hexColor(textColorOn(background))}; --_score-line: ${line} ${(THICKEST * strength).toFixed(1)}px; }`);
  }
  return rules.join('\n');
}
