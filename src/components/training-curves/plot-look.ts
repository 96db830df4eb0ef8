import type { Rgb } from '../../engine';
import { readDrawingColors } from '../theme';
import type { PlotColors } from './line-looks';
import type { PlotInk } from './plot-drawing';

/** How far the lines across a plot go from the ground towards the text. */
const GRID_SHARE = 0.09;

/** How far the second lightness of a colour goes to where it goes. */
const REPEATED_SHARE = 0.4;

/** How plots look on an element. */
export interface PlotLook {
  colors: PlotColors;
  ink: PlotInk;
  /** The text's colour, for lines. */
  text: Rgb;
}

/** Colours and font in force on an element: they follow the theme. */
export function readPlotLook(element: Element): PlotLook {
  const style = getComputedStyle(element);
  const read = (token: string) => style.getPropertyValue(`--_${token}`).trim();
  const { surface, text, palette } = readDrawingColors(element);
  const mixed = (from: readonly number[], to: readonly number[], share: number) => from.map((part, i) => part * (1 - share) + to[i] * share) as [number, number, number];
  return {
    text,
    colors: { ground: surface, grid: mixed(surface, palette.ink, GRID_SHARE), runs: [...palette.categories, ...palette.categories.map((color) => mixed(color, palette.repeatTowards, REPEATED_SHARE))] },
    ink: { font: `${read('font-size-small')} ${read('font')}`, text: read('text'), secondary: read('text-secondary'), line: read('line'), accent: read('accent'), ground: read('surface') },
  };
}
