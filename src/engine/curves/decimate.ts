import { lowerBound, upperBound } from './bounds';
import { type MinMaxIndex, NONE } from './min-max-index';

/** The part of a curve that is drawn. */
export interface CurveWindow {
  /** Limits of x; `from` < `to`. */
  from: number;
  to: number;
  /** Columns of pixels between them. */
  columns: number;
  /** The x at a share (0 … 1) of the width; default: in proportion, as on a linear axis. */
  at?: (share: number) => number;
}

/** A value that cannot be drawn as a point of the line. */
export interface CurveMark {
  index: number;
  kind: 'nan' | 'infinity' | '-infinity';
}

/** The few points of a curve that draw it like all of them. */
export interface DecimatedCurve {
  /** Of the points to join by lines, ascending; all finite. */
  indices: Uint32Array;
  /** 1 where no line leads to a point from the one before it, as a value between them is not finite; [indices]. */
  gaps: Uint8Array;
  /** Values that are not finite, in their order: the first of each kind in each column. */
  marks: CurveMark[];
}

/**
 * First, least, greatest and last value of each column of pixels, which draw the same picture as all points (M4, Jugel
 * et al. 2014), and the points next to the window on both sides, so that lines leave it. A spike of a single value
 * survives. Takes some hundred steps per column, however many points there are.
 * @param x Ascending, finite. What was not measured has no place here: see `measuredPoints`.
 * @param index Over as many values as there are x.
 */
export function decimate(x: ArrayLike<number>, index: MinMaxIndex, { from, to, columns, at: xAt }: CurveWindow): DecimatedCurve {
  const { y } = index;
  const indices: number[] = [];
  const marks: CurveMark[] = [];
  const draw = (i: number) => {
    if (i >= 0 && i < y.length && indices[indices.length - 1] !== i) indices.push(i);
  };
  const start = lowerBound(x, from);
  const end = upperBound(x, to);
  draw(nextFinite(y, start - 1, -1));
  for (let column = 0, at = start; column < columns && at < end; column++) {
    const edge = column === columns - 1 ? end : Math.min(end, lowerBound(x, xAt ? xAt((column + 1) / columns) : from + ((to - from) * (column + 1)) / columns, at));
    if (edge <= at) continue;
    const { min, max, bad } = index.extremes(at, edge);
    if (bad !== NONE) markColumn(y, bad, edge, marks);
    if (min !== NONE) {
      draw(nextFinite(y, at, 1));
      draw(Math.min(min, max));
      draw(Math.max(min, max));
      draw(nextFinite(y, edge - 1, -1));
    }
    at = edge;
  }
  draw(nextFinite(y, end, 1));
  const parted = (point: number) => point > 0 && index.extremes(indices[point - 1] + 1, indices[point]).bad !== NONE;
  const gaps = new Uint8Array(indices.length);
  if (indices.length > 0 && index.extremes(indices[0], indices[indices.length - 1]).bad !== NONE) indices.forEach((_, point) => (gaps[point] = parted(point) ? 1 : 0));
  return { indices: Uint32Array.from(indices), gaps, marks };
}

function markColumn(y: ArrayLike<number>, bad: number, edge: number, marks: CurveMark[]): void {
  const left = new Set<CurveMark['kind']>(['nan', 'infinity', '-infinity']);
  for (let i = bad; i < edge && left.size > 0; i++) {
    if (Number.isFinite(y[i])) continue;
    const kind = Number.isNaN(y[i]) ? 'nan' : y[i] > 0 ? 'infinity' : '-infinity';
    if (left.delete(kind)) marks.push({ index: i, kind });
  }
}

/** The nearest finite value from `at` on in a direction; outside of the curve where there is none. */
function nextFinite(y: ArrayLike<number>, at: number, direction: 1 | -1): number {
  let i = at;
  while (i >= 0 && i < y.length && !Number.isFinite(y[i])) i += direction;
  return i;
}
