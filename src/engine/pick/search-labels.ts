import { inSlices } from '../time-slices';

/** Ids of the labels that contain `query`, letter case aside, in order; none for an empty query. */
export async function searchLabels(labels: readonly string[], query: string, signal?: AbortSignal): Promise<Uint32Array> {
  const needle = query.trim().toLowerCase();
  const found: number[] = [];
  if (needle !== '') {
    await inSlices(labels.length, 8192, (from, to) => {
      for (let i = from; i < to; i++) if (labels[i].toLowerCase().includes(needle)) found.push(i);
    }, signal);
  }
  return Uint32Array.from(found);
}
