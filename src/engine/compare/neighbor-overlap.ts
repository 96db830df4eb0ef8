import { FvError } from '../errors';
import { inSlices } from '../time-slices';

/** Neighbour lists, row-major [n, k], nearest first. */
export interface NeighborTable {
  indices: Uint32Array;
  k: number;
}

/** Rows compared in one go. */
const ROWS_AT_ONCE = 4096;

/**
 * The share of its `k` nearest neighbours that each row has in both spaces, 0 … 1, [n]. Both tables may be wider than `k`.
 * Gives the page a turn every 8 ms.
 * @throws FvError `invalid-option` where a table is narrower than `k` or the tables have different numbers of rows.
 */
export async function neighborOverlap(a: NeighborTable, b: NeighborTable, k: number, signal?: AbortSignal): Promise<Float32Array> {
  const n = a.indices.length / a.k;
  if (b.indices.length / b.k !== n) {
    throw new FvError({ code: 'invalid-option', expected: `neighbours of the same ${n} rows`, received: `${b.indices.length / b.k} rows`, fix: 'compare the rows that both models have' });
  }
  if (!Number.isInteger(k) || k < 1 || k > a.k || k > b.k) {
    throw new FvError({ code: 'invalid-option', expected: `k from 1 to ${Math.min(a.k, b.k)}`, received: String(k), fix: 'search for more neighbours, or compare fewer' });
  }
  const overlap = new Float32Array(n);
  // Of whose list an index was last a member: no set has to be emptied between rows.
  const memberOf = new Uint32Array(n);
  await inSlices(n, ROWS_AT_ONCE, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let j = 0; j < k; j++) memberOf[a.indices[i * a.k + j]] = i + 1;
      let shared = 0;
      for (let j = 0; j < k; j++) if (memberOf[b.indices[i * b.k + j]] === i + 1) shared++;
      overlap[i] = shared / k;
    }
  }, signal);
  return overlap;
}
