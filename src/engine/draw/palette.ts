import type { Palette, Rgb } from './point-layer';

/** Palette index of a missing value. */
export const MISSING_INDEX = 0;

/** Palette index of the categories beyond those with a colour. */
export const OTHER_INDEX = 1;

/** Palette index of the first category, and of the low end of a ramp. */
export const FIRST_INDEX = 2;

/** Ten colours along each ramp, even in value; S. van der Walt & N. Smith (viridis, magma), Nuñez et al. 2018 (cividis). */
const RAMPS = {
  viridis: ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'],
  cividis: ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838'],
  magma: ['#000004', '#180f3d', '#440f76', '#721f81', '#9e2f7f', '#cd4071', '#f1605d', '#fd9668', '#feca8d', '#fcfdbf'],
} as const;

export type SequentialName = keyof typeof RAMPS;

export const SEQUENTIAL_NAMES = Object.keys(RAMPS) as readonly SequentialName[];

/** The colours a palette is made of; the component reads them from its tokens. */
export interface PaletteColors {
  /** Colours of the first categories, in order. */
  categories: readonly Rgb[];
  /** What the second round of categories is mixed with: black on light ground, white on dark. */
  repeatTowards: Rgb;
  other: Rgb;
  missing: Rgb;
}

/** A colour of a ramp, t = 0 … 1. */
export function sequentialRamp(name: SequentialName, t: number): Rgb {
  const stops = RAMPS[name];
  const at = Math.min(1, Math.max(0, t)) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  return mix(parseColor(stops[low]), parseColor(stops[low + 1]), at - low);
}

/** The 256 colours of a map: missing, other, then categories (repeated in a second lightness) or a ramp. */
export function buildPalette(colors: PaletteColors, ramp?: SequentialName): Palette {
  const palette = new Uint32Array(256);
  const bytes = new Uint8Array(palette.buffer);
  const put = (index: number, color: Rgb) => bytes.set([...color.map((part) => Math.round(255 * part)), 255], 4 * index);
  put(MISSING_INDEX, colors.missing);
  put(OTHER_INDEX, colors.other);
  const steps = 256 - FIRST_INDEX;
  for (let i = 0; i < steps; i++) put(FIRST_INDEX + i, ramp ? sequentialRamp(ramp, i / (steps - 1)) : categoryColor(colors, i));
  return palette;
}

function categoryColor({ categories, repeatTowards }: PaletteColors, index: number): Rgb {
  const color = categories[index % categories.length];
  return Math.floor(index / categories.length) % 2 === 0 ? color : mix(color, repeatTowards, 0.4);
}

/** `#rgb`, `#rrggbb` or `rgb(r, g, b)` as numbers 0 … 1; black where it is none of these. */
export function parseColor(text: string): Rgb {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (hex) {
    const width = hex.length / 3;
    const part = (i: number) => parseInt(hex.slice(i * width, (i + 1) * width).repeat(width === 1 ? 2 : 1), 16) / 255;
    return [part(0), part(1), part(2)];
  }
  const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [];
  return [(numbers[0] ?? 0) / 255, (numbers[1] ?? 0) / 255, (numbers[2] ?? 0) / 255];
}

/** A palette entry as CSS. */
export function paletteCss(palette: Palette, index: number): string {
  const [r, g, b] = new Uint8Array(palette.buffer, palette.byteOffset + 4 * index, 3);
  return `rgb(${r}, ${g}, ${b})`;
}

function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
