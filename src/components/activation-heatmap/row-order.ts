import { finishInSlices, MOST_CLUSTERED, type ResolvedMatrix, type TaskWorker, unitsByScore, unitVariances } from '../../engine';

export const ROW_ORDERS = ['index', 'variance', 'correlation', 'name'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Segments by which units are compared, evenly spaced. */
const COMPARED = 256;

/**
 * The units in an order, the first on top. `correlation` clusters at most 2,048 units, those that vary most, by 256 of
 * their segments, in the worker; the others follow by variance.
 * @param matrices The layer in every sample; `shown` is the one on the screen.
 */
export async function orderUnits(order: RowOrder, matrices: readonly ResolvedMatrix[], shown: ResolvedMatrix, tasks: () => TaskWorker, signal?: AbortSignal): Promise<Uint32Array> {
  const { units, unitNames } = shown;
  const byNumber = Uint32Array.from({ length: units }, (_, unit) => unit);
  if (order === 'index' || (order === 'name' && !unitNames)) return byNumber;
  if (order === 'name') {
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    return byNumber.sort((a, b) => compare(unitNames![a], unitNames![b]) || a - b);
  }
  const byVariance = unitsByScore(await finishInSlices(unitVariances(matrices), signal));
  if (order === 'variance') return Uint32Array.from(byVariance);
  const clustered = byVariance.slice(0, MOST_CLUSTERED).sort((a, b) => a - b);
  const length = Math.min(COMPARED, shown.segments);
  const rows = new Float32Array(clustered.length * length);
  for (let k = 0; k < length; k++) {
    const at = Math.floor(((k + 0.5) * shown.segments) / length) * units;
    clustered.forEach((unit, i) => {
      const value = shown.values[at + unit];
      rows[i * length + k] = Number.isFinite(value) ? value : 0;
    });
  }
  const leaves = await tasks().call('cluster-units', { rows, n: clustered.length, length }, { signal, transfer: [rows.buffer] });
  return Uint32Array.from([...leaves.map((leaf) => clustered[leaf]), ...byVariance.slice(MOST_CLUSTERED)]);
}
