import { inSlices } from '../time-slices';

/** Values ranked between two looks at the clock. */
const BATCH = 8192;

/** Ids of the `k` lowest of `values`, lowest first, ties by id; all where there are fewer. `without` is left out. */
export function nearestByValue(values: Float32Array, k: number, without = -1): Uint32Array {
  const kept = new Uint32Array(Math.max(0, Math.min(k, values.length)));
  let held = 0;
  for (let id = 0; id < values.length; id++) {
    const value = values[id];
    if (id === without || kept.length === 0 || (held === kept.length && value >= values[kept[held - 1]])) continue;
    let slot = held < kept.length ? held++ : held - 1;
    while (slot > 0 && values[kept[slot - 1]] > value) {
      kept[slot] = kept[slot - 1];
      slot--;
    }
    kept[slot] = id;
  }
  return kept.slice(0, held);
}

/**
 * The ranks of some ids among `values`, 1 for the lowest: how many others have a lower value, or the same and a lower id,
 * and one more. `without` is not counted. In slices that leave the page responsive.
 */
export async function ranksByValue(values: Float32Array, ids: Uint32Array, without = -1, signal?: AbortSignal): Promise<Uint32Array> {
  const before = (a: number, b: number) => values[a] < values[b] || (values[a] === values[b] && a < b);
  const order = Uint32Array.from(ids.keys()).sort((a, b) => (before(ids[a], ids[b]) ? -1 : 1));
  // counts[j]: others that come after the j-th asked for, but not after the next one.
  const counts = new Uint32Array(ids.length + 1);
  await inSlices(values.length, BATCH, (from, to) => {
    for (let id = from; id < to; id++) {
      if (id === without) continue;
      let low = 0;
      let high = order.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(ids[order[middle]], id)) low = middle + 1;
        else high = middle;
      }
      counts[low]++;
    }
  }, signal);
  const ranks = new Uint32Array(ids.length);
  let rank = 0;
  order.forEach((at, j) => {
    rank += counts[j];
    ranks[at] = rank;
  });
  return ranks;
}
