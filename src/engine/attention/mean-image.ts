import { STEP, type Stepwise } from '../stepwise';

/** A stretch of an axis: cells at the beginning of the first pixel, and cells per pixel. */
export interface AxisStretch {
  first: number;
  perPixel: number;
  /** Pixels. */
  pixels: number;
}

/**
 * The mean of a matrix under every pixel, row-major [rows.pixels, columns.pixels]: each cell counts by the share of the pixel it
 * covers, so that nothing is skipped however small the picture. NaN does not count; a pixel with nothing else is NaN, and
 * so is one beside the matrix.
 *
 * @param values Row-major [height, width].
 */
export function* meanImage(values: Float32Array, width: number, height: number, columns: AxisStretch, rows: AxisStretch): Stepwise<Float32Array> {
  const image = new Float32Array(columns.pixels * rows.pixels);
  const sums = new Float64Array(columns.pixels);
  const weights = new Float64Array(columns.pixels);
  let seen = 0;
  for (let y = 0; y < rows.pixels; y++) {
    const top = Math.max(0, rows.first + y * rows.perPixel);
    const bottom = Math.min(height, rows.first + (y + 1) * rows.perPixel);
    sums.fill(0);
    weights.fill(0);
    for (let row = Math.floor(top); row < bottom; row++) {
      const share = Math.min(bottom, row + 1) - Math.max(top, row);
      if (share <= EDGE) continue;
      addRow(values, row * width, width, columns, share, sums, weights);
      seen += width + columns.pixels;
    }
    for (let x = 0; x < columns.pixels; x++) image[y * columns.pixels + x] = sums[x] / weights[x];
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  return image;
}

/** Overlaps below this are rounding. */
const EDGE = 1e-9;

function addRow(values: Float32Array, start: number, width: number, { first, perPixel, pixels }: AxisStretch, share: number, sums: Float64Array, weights: Float64Array): void {
  for (let x = 0; x < pixels; x++) {
    const left = Math.max(0, first + x * perPixel);
    const right = Math.min(width, first + (x + 1) * perPixel);
    for (let cell = Math.floor(left); cell < right; cell++) {
      const value = values[start + cell];
      if (value !== value) continue;
      const weight = share * (Math.min(right, cell + 1) - Math.max(left, cell));
      if (weight <= EDGE) continue;
      sums[x] += weight * value;
      weights[x] += weight;
    }
  }
}
