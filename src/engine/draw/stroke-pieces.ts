import type { CurveStroke } from './curve-layer';

/** A point without a line to or from it is drawn as a dot of so many widths. */
export const DOT_WIDTHS = 2.5;

/** Points of a column that fill it. */
const FULL = 3;

/** A line taken apart. */
export interface StrokePieces {
  /** Straight pieces, row-major [n, 4]: from x, y to x, y, device pixels, in the order of the line. */
  pieces: Float32Array;
  /** Length of the line up to each piece, device pixels; [n]. */
  starts: Float32Array;
  /** Points without a line to or from them, row-major [n, 2]. */
  dots: Float32Array;
}

/**
 * The pieces of a line. Where many points share a column of pixels, the line only fills it: it becomes one piece from the
 * least to the greatest, and between two such columns none where one meets the other. Which of dashes would fall where
 * says nothing there, so dashed lines stay as they are.
 */
export function strokePieces({ points, gaps, dashPx }: CurveStroke): StrokePieces {
  const n = points.length >> 1;
  const pieces = new Float32Array(4 * n);
  const starts = new Float32Array(n);
  const dots: number[] = [];
  const parted = (i: number) => i === 0 || i === n || gaps?.[i] === 1;
  let [count, length] = [0, 0];
  const put = (ax: number, ay: number, bx: number, by: number) => {
    pieces[4 * count] = ax;
    pieces[4 * count + 1] = ay;
    pieces[4 * count + 2] = bx;
    pieces[4 * count + 3] = by;
    starts[count++] = length;
    if (dashPx) length += Math.hypot(bx - ax, by - ay);
  };
  // What the column to the left covers, where it is full.
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < n;) {
    const x = points[2 * i];
    let [end, bottom, top] = [i, Infinity, -Infinity];
    const column = Math.floor(x);
    if (!dashPx) {
      while (end < n && Math.floor(points[2 * end]) === column && (end === i || !parted(end))) {
        bottom = Math.min(bottom, points[2 * end + 1]);
        top = Math.max(top, points[2 * end + 1]);
        end++;
      }
    }
    const full = end - i >= FULL;
    const met = full && bottom <= high && top >= low;
    if (!parted(i) && !met) put(points[2 * i - 2], points[2 * i - 1], x, points[2 * i + 1]);
    if (full) {
      const middle = (x + points[2 * end - 2]) / 2;
      put(middle, bottom, middle, top);
      [low, high] = [bottom, top];
      i = end;
    } else {
      if (parted(i) && parted(i + 1)) dots.push(x, points[2 * i + 1]);
      [low, high] = [Infinity, -Infinity];
      i++;
    }
  }
  return { pieces: pieces.subarray(0, 4 * count), starts: starts.subarray(0, count), dots: Float32Array.from(dots) };
}
