import { codedExtremes, codeScales, finishNow, heatmapRows, rampColor, rankTable, sortUnits, unitQuantiles, valueExtremes, valueMeans, type HeatmapEnds, type HeatmapLook, type HeatmapMatrix, type RankTable, type Rgb } from '../../src/engine';

/** A matrix with its pyramids. */
export function heatmapMatrix(segments: number, units: number, valueOf: (segment: number, unit: number) => number, reversed = false): HeatmapMatrix {
  const values = Float32Array.from({ length: segments * units }, (_, at) => valueOf(Math.floor(at / units), at % units));
  const resolved = { name: '', values, segments, units, unitNames: null, reversed };
  const first = finishNow(valueExtremes(resolved));
  const scales = codeScales(resolved, first);
  return { values, segments, units, reversed, scales, extremes: finishNow(codedExtremes(first, units, scales)), means: finishNow(valueMeans(resolved)) };
}

/** Smallest and largest finite value of every unit. */
export function unitRanges({ values, segments, units }: HeatmapMatrix) {
  const ends = Array.from({ length: units }, (_value, unit) => {
    const own = Array.from({ length: segments }, (_, i) => values[i * units + unit]).filter(Number.isFinite);
    return [Math.min(...own), Math.max(...own)];
  });
  return { low: Float32Array.from(ends, ([low]) => low), high: Float32Array.from(ends, ([, high]) => high) };
}

/** Ranks of a matrix, and the quantiles they are from. */
export function ranksOf(matrix: HeatmapMatrix) {
  const knots = finishNow(unitQuantiles(finishNow(sortUnits([{ ...matrix, name: '', unitNames: null }]))));
  return { knots, ranks: finishNow(rankTable(knots, matrix.scales, unitRanges(matrix))) };
}

/** Rows in this order, with the range of each over all of its finite values. */
export function rowsOf(matrix: HeatmapMatrix, order = Array.from({ length: matrix.units }, (_, unit) => unit), rank: RankTable | null = null): Float32Array<ArrayBuffer> {
  const ends = unitRanges(matrix);
  return heatmapRows(Uint32Array.from(order), matrix.scales, { all: ends, sample: ends, percentile: ends, rank });
}

export const NAN_COLOR: Rgb = [0.5, 0.5, 0.5];
export const HIGH_COLOR: Rgb = [1, 0, 0.5];
export const LOW_COLOR: Rgb = [0, 1, 0.5];

export function look(ends: HeatmapEnds = { kind: 'all' }, more: Partial<HeatmapLook> = {}): HeatmapLook {
  return { palette: 'viridis', sampling: 'max-abs', ends, nan: NAN_COLOR, positiveInfinity: HIGH_COLOR, negativeInfinity: LOW_COLOR, ...more };
}

/** Bytes of a colour. */
export function bytes(color: Rgb): number[] {
  return color.map((part) => Math.round(255 * part));
}

/** Bytes of the colour at a place of a ramp. */
export function rampBytes(place: number, palette: HeatmapLook['palette'] = 'viridis'): number[] {
  return bytes(rampColor(palette, Math.round(255 * place) / 255));
}

/** Colours of a canvas, top row first: pixel(x, y). */
export function readPixels(canvas: HTMLCanvasElement): (x: number, y: number) => number[] {
  const gl = (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))!;
  const data = new Uint8Array(4 * canvas.width * canvas.height);
  gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, data);
  return (x, y) => Array.from(data.subarray(4 * ((canvas.height - 1 - y) * canvas.width + x), 4 * ((canvas.height - 1 - y) * canvas.width + x) + 3));
}
