import { rampColor, type RampName, type Rgb } from '../../engine';

/** Weights and their colours: `low` and below the first, `high` and above the last. */
export interface WeightColors {
  palette: RampName;
  low: number;
  high: number;
  /** Of masked weights. */
  missing: Rgb;
}

const tables = new Map<RampName, Uint8Array>();

/** 256 colours of a ramp, [256, 3]. */
function colorTable(palette: RampName): Uint8Array {
  let table = tables.get(palette);
  if (!table) {
    table = Uint8Array.from({ length: 768 }, (_, i) => Math.round(255 * rampColor(palette, Math.floor(i / 3) / 255)[i % 3]));
    tables.set(palette, table);
  }
  return table;
}

/** Weights as a picture, [height, width]; what is NaN has the colour of masked weights. */
export function weightImage(values: Float32Array, width: number, height: number, { palette, low, high, missing }: WeightColors): ImageData {
  const image = new ImageData(width, height);
  const pixels = image.data;
  const table = colorTable(palette);
  const scale = high > low ? 255 / (high - low) : 0;
  const none = missing.map((part) => Math.round(255 * part));
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const at = 4 * i;
    if (value !== value) pixels.set(none, at);
    else {
      const color = 3 * Math.min(255, Math.max(0, Math.round((value - low) * scale)));
      pixels[at] = table[color];
      pixels[at + 1] = table[color + 1];
      pixels[at + 2] = table[color + 2];
    }
    pixels[at + 3] = 255;
  }
  return image;
}
