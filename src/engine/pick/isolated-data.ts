import type { EmbeddingMapData, MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';

/** Rows copied between two looks at the clock. */
const BATCH = 4096;

/**
 * The rows `ids` of a map's data as data of their own, in that order, in slices that leave the page responsive. Their positions
 * come along only where there are no vectors to lay out anew. Everything is copied.
 */
export async function isolatedData(data: EmbeddingMapData, ids: Uint32Array, signal?: AbortSignal): Promise<EmbeddingMapData> {
  const { vectors, dimensions, labels, contexts, columns, positions } = data;
  const rows = async (values: Float32Array, length: number) => {
    const gathered = new Float32Array(ids.length * length);
    await inSlices(ids.length, BATCH, (from, to) => {
      for (let row = from; row < to; row++) gathered.set(values.subarray(ids[row] * length, (ids[row] + 1) * length), row * length);
    }, signal);
    return gathered;
  };
  const list = async <Value>(values: ArrayLike<Value>) => {
    const gathered: Value[] = [];
    await inSlices(ids.length, BATCH, (from, to) => {
      for (let row = from; row < to; row++) gathered.push(values[ids[row]]);
    }, signal);
    return gathered;
  };
  const column = async (values: MetadataColumn) => (values instanceof Float32Array ? rows(values, 1) : list(values));

  const isolated: EmbeddingMapData = { labels: await list(labels) };
  if (vectors) Object.assign(isolated, { vectors: await rows(vectors, dimensions!), dimensions });
  else if (positions) isolated.positions = await rows(positions, 2);
  if (contexts) isolated.contexts = await list(contexts);
  if (columns) {
    const own: Record<string, MetadataColumn> = {};
    for (const [name, values] of Object.entries(columns)) own[name] = await column(values);
    isolated.columns = own;
  }
  return isolated;
}
