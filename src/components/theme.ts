import { unsafeCSS, type CSSResult } from 'lit';
import { parseColor, type PaletteColors, type Rgb } from '../engine';
import { themeCss, type COLORS } from './theme-tokens';

const CATEGORIES = 10;

type ColorToken = keyof typeof COLORS;

/** All tokens, for the top of an element's styles; forced with `theme="light"` or `theme="dark"`. */
export const theme: CSSResult = unsafeCSS(themeCss((condition) => (condition === '' ? ':host' : `:host(${condition})`), 'theme'));

/** The CSS colour of a palette's category, the same the GPU mixes (`buildPalette`). */
export function categoryCss(rank: number): string {
  const color = `var(--_category-${(rank % CATEGORIES) + 1})`;
  return Math.floor(rank / CATEGORIES) % 2 === 0 ? color : `color-mix(in srgb, ${color} 60%, var(--_category-repeat))`;
}

/** What the GPU needs of the tokens in force on an element. */
export interface DrawingColors {
  surface: Rgb;
  text: Rgb;
  palette: PaletteColors;
}

/** Reads the tokens in force on `element`, as numbers. */
export function readDrawingColors(element: Element): DrawingColors {
  const style = getComputedStyle(element);
  const read = (token: ColorToken) => cssColor(style.getPropertyValue(`--_${token}`), element.ownerDocument);
  const [surface, text] = [read('surface'), read('text')];
  return {
    surface,
    text,
    palette: {
      categories: Array.from({ length: CATEGORIES }, (_, i) => read(`category-${i + 1}` as ColorToken)),
      repeatTowards: read('category-repeat'),
      other: read('other'),
      missing: read('missing'),
      ground: surface,
      ink: text,
    },
  };
}

/** Any CSS colour. The browser converts what is not plain hexadecimal: names, `oklch()`, `color-mix()` … */
export function cssColor(css: string, document: Document): Rgb {
  if (/^\s*#([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.test(css)) return parseColor(css);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return parseColor(css);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255];
}
