import { inSlices, type EmbeddingMapData } from '../../engine';
import { csvField } from '../csv';

/** Rows between two looks at the clock. */
const ROWS_AT_ONCE = 512;

/** How a table is written. */
export interface TableOptions {
  /** Between the fields; default a comma. */
  separator?: ',' | '\t';
  /** Leading rows that are written; default all. */
  rows?: number;
  /** Named sets of ids: a column each, 1 for members. */
  sets?: ReadonlyMap<string, Iterable<number>>;
}

/** A number that is none is no value. */
const field = (value: string | number | null) => csvField(typeof value === 'number' && Number.isNaN(value) ? null : value);

/**
 * A table of the leading points, with a header: label, x, y, the columns of the data, the sets.
 * x and y are empty where there is no place yet. Written in slices: the page goes on meanwhile.
 */
export async function mapToCsv(data: EmbeddingMapData, positions: Float32Array | null, { separator = ',', rows = data.labels.length, sets = new Map() }: TableOptions = {}): Promise<string> {
  const columns = Object.entries(data.columns ?? {});
  const members = [...sets].map(([name, ids]) => [name, new Set(ids)] as const);
  const parts = [`${['label', 'x', 'y', ...columns.map(([name]) => name), ...members.map(([name]) => name)].map(field).join(separator)}\r\n`];
  await inSlices(rows, ROWS_AT_ONCE, (from, to) => {
    let part = '';
    for (let i = from; i < to; i++) {
      const row = [data.labels[i], positions?.[2 * i] ?? null, positions?.[2 * i + 1] ?? null, ...columns.map(([, column]) => column[i]), ...members.map(([, ids]) => (ids.has(i) ? 1 : null))];
      part += `${row.map(field).join(separator)}\r\n`;
    }
    parts.push(part);
  });
  return parts.join('');
}
