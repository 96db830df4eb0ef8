import { FvError, type EmbeddingMapData, type MetadataColumn } from '../../engine';

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}

/**
 * Checks that `next` begins with the rows of `present`: its labels, in vectors of the same length. The vectors' values are
 * not compared.
 * @throws FvError `invalid-data` where it does not.
 */
export function checkExtends(present: EmbeddingMapData, next: EmbeddingMapData): void {
  const rows = present.labels.length;
  const fix = 'extend() takes the present rows and more after them; set data to show other data';
  if (next.labels.length < rows) throw invalid(`at least the ${rows} present rows`, String(next.labels.length), fix);
  if (present.vectors && next.dimensions !== present.dimensions) throw invalid(`vectors of ${present.dimensions} dimensions`, String(next.dimensions), fix);
  const other = present.labels.findIndex((label, i) => label !== next.labels[i]);
  if (other >= 0) throw invalid(`label ${JSON.stringify(present.labels[other])} in row ${other}`, JSON.stringify(next.labels[other]), fix);
  if (present.positions && !next.positions && !next.vectors) throw invalid('positions, as the present data has, or vectors', 'neither', fix);
}

/**
 * `map` with `labels.length` more rows; their columns are missing values, their contexts empty. Copies the vectors once.
 * @throws FvError `invalid-data` where there are not `dimensions` values per label.
 */
export function withRows(map: EmbeddingMapData & { vectors: Float32Array }, vectors: Float32Array, labels: readonly string[]): EmbeddingMapData & { vectors: Float32Array } {
  checkRows(map, vectors, labels);
  const joined = new Float32Array(map.vectors.length + vectors.length);
  joined.set(map.vectors);
  joined.set(vectors, map.vectors.length);
  return {
    ...map,
    vectors: joined,
    labels: [...map.labels, ...labels],
    contexts: map.contexts && [...map.contexts, ...labels.map(() => '')],
    columns: map.columns && Object.fromEntries(Object.entries(map.columns).map(([name, column]) => [name, withMissing(column, labels.length)])),
  };
}

/** @throws FvError `invalid-data` where there are not `dimensions` values per label. */
export function checkRows({ dimensions }: EmbeddingMapData, vectors: Float32Array, labels: readonly string[]): void {
  const values = labels.length * dimensions!;
  if (vectors.length === values) return;
  throw invalid(`${values} values (${labels.length} labels of ${dimensions} dimensions)`, String(vectors.length), 'vectors are row-major, one row a label');
}

function withMissing(column: MetadataColumn, rows: number): MetadataColumn {
  if (!(column instanceof Float32Array)) return [...column, ...Array.from({ length: rows }, () => null)];
  const longer = new Float32Array(column.length + rows).fill(NaN);
  longer.set(column);
  return longer;
}
