/** Red, green and blue, gamma-encoded sRGB, 0 … 1. */
export type Rgb = readonly [number, number, number];

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

/** The colour a share t = 0 … 1 of the way from `a` to `b`. */
export function mixColors(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
