import { contrast, hexColor, mixColors, parseColor, type Rgb } from '../color';

/** Least contrast of text on the background of a label (WCAG 2.2, level AAA). */
export const TEXT_CONTRAST = 7;

/** Least contrast of a line with what it lies on (WCAG 2.2, 1.4.11). */
export const LINE_CONTRAST = 3;

/** How much of a label's colour its background holds at most: more would shout. */
const MOST_TINT = 0.42;
const STEP = 0.02;

/** The colours of a label. */
export interface LabelLook {
  /** Behind text: `text` on it has a contrast of 7 : 1, wherever it has so on the surface. */
  fill: Rgb;
  /** Of lines on the surface: 3 : 1. */
  line: Rgb;
}

/** What a label looks like on a surface: as much of its colour as leaves text and lines readable. */
export function labelLook(base: Rgb, { text, surface }: { text: Rgb; surface: Rgb }): LabelLook {
  // As eight bits hold it: what is rounded must keep the contrast.
  const mixed = (a: Rgb, b: Rgb, share: number) => parseColor(hexColor(mixColors(a, b, Math.min(1, Math.max(0, share)))));
  let tint = MOST_TINT;
  while (tint > 0 && contrast(text, mixed(surface, base, tint)) < TEXT_CONTRAST) tint -= STEP;
  let towardsText = 0;
  while (towardsText < 1 && contrast(surface, mixed(base, text, towardsText)) < LINE_CONTRAST) towardsText += STEP;
  return { fill: mixed(surface, base, tint), line: mixed(base, text, towardsText) };
}
