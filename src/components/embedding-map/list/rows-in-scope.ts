import { inSlices, type Bounds } from '../../../engine';

/** Points looked at between two looks at the clock. */
const STEP = 16_384;

/** Which rows of a map are listed. */
export interface ListedRows {
  /** Leading rows that are of interest. */
  rows: number;
  /** All of them in the order of the list; null: in order of rows. */
  order: Uint32Array | null;
  /** Row-major [shown, 2] with the part of the plane to list; null: rows are listed wherever they are, or are not. */
  sight: { positions: Float32Array; bounds: Bounds } | null;
  /** Rows with a 0 are left out, [n]; null: none are. */
  chosen: Uint8Array | null;
  /** Rows with a 1 are left out, [n]; null: none are. */
  muted: Uint8Array | null;
}

/** The rows to list, in their order. @throws the signal's reason once it fires. */
export async function rowsInScope({ rows, order, sight, chosen, muted }: ListedRows, signal?: AbortSignal): Promise<Uint32Array> {
  const listed = new Uint32Array(rows);
  let count = 0;
  await inSlices(rows, STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = order ? order[i] : i;
      if (chosen?.[row] === 0 || muted?.[row] === 1 || (sight && !isInSight(row, sight))) continue;
      listed[count++] = row;
    }
  }, signal);
  return listed.subarray(0, count);
}

/** Rows without a place are out of sight. */
function isInSight(row: number, { positions, bounds: { minX, maxX, minY, maxY } }: NonNullable<ListedRows['sight']>): boolean {
  const x = positions[2 * row];
  const y = positions[2 * row + 1];
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
