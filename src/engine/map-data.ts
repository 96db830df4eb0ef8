import { FvError } from './errors';

/** A point's context: the text it stands in, and its own span (UTF-16 offsets, end exclusive). */
export interface PointContext {
  text: string;
  start: number;
  end: number;
}

/** One metadata value per point; `null`, NaN and '' are missing. */
export type MetadataColumn = readonly (string | number | null)[] | Float32Array;

/** What `<fv-embedding-map>` shows. Arrays are read, never changed or detached. */
export interface EmbeddingMapData {
  /** Row-major [n, dimensions]; may be omitted when `positions` are given. */
  vectors?: Float32Array;
  /** Length of one vector; needed with `vectors`. */
  dimensions?: number;
  /** n names; row i of `vectors` is called `labels[i]`. */
  labels: readonly string[];
  /** n contexts shown on hover. */
  contexts?: readonly (string | PointContext)[];
  /** Named columns of n values to colour, filter and search by. */
  columns?: Readonly<Record<string, MetadataColumn>>;
  /** Row-major [n, 2]; a ready layout: no t-SNE runs. */
  positions?: Float32Array;
}

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}

/** Index of the first NaN or ±Inf, or −1. */
export function firstNonFinite(values: Float32Array): number {
  // x − x is 0 for every finite number and NaN otherwise: one subtraction and one comparison per value.
  for (let i = 0; i < values.length; i++) if (values[i] - values[i] !== 0) return i;
  return -1;
}

/** What is wrong with the first value that is not finite, or null; `values` are those of vectors from number `from` on. */
export function nonFiniteValue(values: Float32Array, dimensions: number, from = 0): FvError | null {
  const bad = firstNonFinite(values);
  if (bad < 0) return null;
  const at = from + bad;
  return invalid('finite vectors', `${values[bad]} in row ${Math.floor(at / dimensions)}, dimension ${at % dimensions}`, 'remove or repair that row');
}

/** How far a check goes. */
export interface ValidationOptions {
  /** Whether every value of the vectors is read, 30 ms for 34 million; default true. The engine reads them in its worker, too. */
  values?: boolean;
}

/**
 * Checks vectors row-major [n, dimensions].
 * @throws FvError `invalid-data` where the length is no multiple of `dimensions` or a value is not finite.
 */
export function validateVectors(vectors: Float32Array, dimensions: number, { values = true }: ValidationOptions = {}): { points: number } {
  if (!(vectors instanceof Float32Array)) {
    throw invalid('vectors as a Float32Array', describe(vectors), 'convert with Float32Array.from(values)');
  }
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw invalid('dimensions to be a positive integer', String(dimensions), 'pass the length of one vector');
  }
  if (vectors.length % dimensions !== 0) {
    throw invalid(`vectors.length to be a multiple of dimensions (${dimensions})`, String(vectors.length), 'vectors are row-major [n, dimensions]');
  }
  const bad = values ? nonFiniteValue(vectors, dimensions) : null;
  if (bad !== null) throw bad;
  return { points: vectors.length / dimensions };
}

/**
 * Checks a map's data as a whole.
 * @throws FvError `invalid-data`, naming what was expected, what was received and how to mend it.
 */
export function validateMapData(data: EmbeddingMapData, options: ValidationOptions = {}): { points: number } {
  if (data === null || typeof data !== 'object') throw invalid('data as an object', describe(data), 'set data = { vectors, dimensions, labels }');
  if (!Array.isArray(data.labels)) throw invalid('labels as an array of strings', describe(data.labels), 'give one label per row of vectors');
  const { vectors, positions, labels, contexts, columns } = data;
  if (vectors === undefined && positions === undefined) {
    throw invalid('vectors or positions', 'neither', 'give vectors [n, dimensions] to lay out, or positions [n, 2] to show as they are');
  }
  let points = -1;
  if (vectors !== undefined) points = validateVectors(vectors, data.dimensions as number, options).points;
  if (positions !== undefined) {
    if (!(positions instanceof Float32Array)) throw invalid('positions as a Float32Array', describe(positions), 'convert with Float32Array.from(values)');
    if (points >= 0 && positions.length !== 2 * points) {
      throw invalid(`positions of length ${2 * points} (two per row of vectors)`, String(positions.length), 'positions are row-major [n, 2]');
    }
    if (positions.length % 2 !== 0) throw invalid('positions of even length', String(positions.length), 'positions are row-major [n, 2]');
    const bad = firstNonFinite(positions);
    if (bad >= 0) throw invalid('finite positions', `${positions[bad]} at point ${bad >> 1}`, 'remove or repair that point');
    points = positions.length / 2;
  }
  const rows = vectors === undefined ? 'positions' : 'vectors';
  if (labels.length !== points) throw invalid(`${points} labels`, String(labels.length), `labels[i] names row i of ${rows}`);
  if (contexts !== undefined && contexts.length !== points) {
    throw invalid(`${points} contexts`, String(contexts.length), `contexts[i] belongs to row i of ${rows}; leave contexts out where there are none`);
  }
  for (const [name, column] of Object.entries(columns ?? {})) {
    if (column.length !== points) throw invalid(`${points} values in column ${JSON.stringify(name)}`, String(column.length), `value i belongs to row i of ${rows}`);
  }
  return { points };
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : `${typeof value} ${JSON.stringify(value)}`;
}
