import { commonRows, FvError, type EmbeddingMapData, type MetadataColumn } from '../../engine';

/** Two models of the same words. Rows are matched by label; the i-th occurrence of one by the i-th of the other. */
export interface MapCompareData {
  left: EmbeddingMapData;
  right: EmbeddingMapData;
  /** What the models are called; default "Left" and "Right". */
  names?: readonly [left: string, right: string];
}

/** The rows that both models have, in the order of the left one: row i is the same word in both. */
export interface CommonData {
  left: EmbeddingMapData;
  right: EmbeddingMapData;
  onlyLeft: number;
  onlyRight: number;
}

/**
 * Cuts both models down to the words they share.
 * @throws FvError `invalid-data` where a side lacks vectors and positions, or they share fewer than two words.
 */
export function commonData({ left, right }: MapCompareData): CommonData {
  for (const [name, side] of [['left', left], ['right', right]] as const) {
    if (!side || !Array.isArray(side.labels)) {
      throw new FvError({ code: 'invalid-data', expected: `data.${name} with labels and vectors`, received: side ? 'no labels' : 'nothing', fix: 'set data = { left: { vectors, dimensions, labels }, right: { … } }' });
    }
  }
  const rows = commonRows(left.labels, right.labels);
  if (rows.left.length < 2) {
    throw new FvError({ code: 'invalid-data', expected: 'two models that share words', received: `${rows.left.length} labels in both`, fix: 'give both the same spelling and letter case' });
  }
  return { left: taken(left, rows.left), right: taken(right, rows.right), onlyLeft: rows.onlyLeft, onlyRight: rows.onlyRight };
}

/** Some rows of a map's data, in order; the data itself where those are all of them. */
function taken(data: EmbeddingMapData, rows: Uint32Array): EmbeddingMapData {
  if (rows.length === data.labels.length && rows.every((row, i) => row === i)) return data;
  const pick = <Item>(items: readonly Item[]) => Array.from(rows, (row) => items[row]);
  return {
    labels: pick(data.labels),
    ...(data.vectors ? { vectors: takenRows(data.vectors, data.dimensions!, rows), dimensions: data.dimensions } : {}),
    ...(data.positions ? { positions: takenRows(data.positions, 2, rows) } : {}),
    ...(data.contexts ? { contexts: pick(data.contexts) } : {}),
    columns: Object.fromEntries(Object.entries(data.columns ?? {}).map(([name, column]): [string, MetadataColumn] => [name, column instanceof Float32Array ? takenRows(column, 1, rows) : pick(column)])),
  };
}

function takenRows(values: Float32Array, width: number, rows: Uint32Array): Float32Array {
  const result = new Float32Array(rows.length * width);
  rows.forEach((row, i) => result.set(values.subarray(row * width, (row + 1) * width), i * width));
  return result;
}
