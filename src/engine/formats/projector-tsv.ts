import { type Metadata, parseMetadataTsv, textLines } from './metadata-tsv';
import { formatError, type Parsed, type Repair, type VectorTable } from './parsed';

/** Vectors with everything known about them: what `<fv-embedding-map>` takes as `data`. */
export interface AnnotatedVectors extends VectorTable, Metadata {}

/** Vectors before they are checked against their metadata. */
interface Tensor {
  values: Float32Array;
  dimensions: number;
}

/**
 * The Embedding Projector's pair of files: vectors as raw little-endian float32 (`tensor.bytes`) or as text with tabs
 * (`tensor.tsv`), and metadata with a line for each. Rows with a value that is not finite are left out of both.
 * @param tensor Bytes are read as float32, a string as text.
 * @param metadata See {@link parseMetadataTsv}.
 * @param options.dimensions Length of one vector; without it that of bytes follows from the lines of the metadata.
 * @throws FvError `format` where the two do not fit together.
 */
export function parseProjectorTsv(tensor: ArrayBuffer | Uint8Array | string, metadata: string, options: { dimensions?: number } = {}): Parsed<AnnotatedVectors> {
  const { value, repairs } = parseMetadataTsv(metadata);
  const { values, dimensions } = typeof tensor === 'string' ? textTensor(tensor) : rawTensor(tensor, options.dimensions, value.labels.length);
  const rows = values.length / dimensions;
  if (value.labels.length === rows + 1 && Object.keys(value.columns).length === 0) {
    repairs.push({ line: 1, message: `${JSON.stringify(value.labels.shift())} names the only column: line left out` });
  }
  if (value.labels.length !== rows) {
    throw formatError(`${rows} rows of metadata (one per vector)`, String(value.labels.length), 'more than one column need a first line with their names, a single one has none');
  }
  return { value: finiteRows({ ...value, vectors: values, dimensions }, textLines(metadata).length - rows + 1, repairs), repairs };
}

/** Little-endian float32, as many rows as there are lines where `dimensions` are not given. */
function rawTensor(bytes: ArrayBuffer | Uint8Array, given: number | undefined, lines: number): Tensor {
  const view = bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new DataView(bytes);
  const dimensions = given ?? view.byteLength / 4 / lines;
  if (!Number.isInteger(dimensions) || dimensions < 1 || view.byteLength % (4 * dimensions) !== 0) {
    throw formatError(given === undefined ? `a multiple of ${4 * lines} bytes (float32 for ${lines} rows)` : `a multiple of ${4 * given} bytes (float32 for ${given} dimensions)`,
      String(view.byteLength), 'pass the dimensions, and bytes of float32 only');
  }
  return { values: Float32Array.from({ length: view.byteLength / 4 }, (_, at) => view.getFloat32(4 * at, true)), dimensions };
}

/** Rows of numbers parted by tabs; the first row says how many. What is no number becomes NaN. */
function textTensor(text: string): Tensor {
  const lines = textLines(text).map((line) => line.split('\t'));
  const dimensions = lines[0]?.length ?? 0;
  if (dimensions === 0) throw formatError('rows of numbers', 'an empty file', 'pass the vectors as text with tabs');
  const values = new Float32Array(lines.length * dimensions);
  lines.forEach((cells, i) => {
    if (cells.length !== dimensions) throw formatError(`${dimensions} values in every row`, `${cells.length} in line ${i + 1}`, 'part values by tabs, rows by line feeds');
    for (let d = 0; d < dimensions; d++) values[i * dimensions + d] = cells[d].trim() === '' ? NaN : Number(cells[d]);
  });
  return { values, dimensions };
}

/** Leaves out, in all columns alike, the rows that hold a value which is not finite. */
function finiteRows(table: AnnotatedVectors, firstLine: number, repairs: Repair[]): AnnotatedVectors {
  const { vectors, dimensions, labels, columns } = table;
  const bad = new Map<number, number>();
  vectors.forEach((value, at) => {
    const row = Math.floor(at / dimensions);
    if (!Number.isFinite(value) && !bad.has(row)) bad.set(row, at % dimensions);
  });
  if (bad.size === 0) return table;
  for (const [row, d] of bad) repairs.push({ line: row + firstLine, message: `value ${d + 1} of the vector is no finite number: row left out` });
  const kept = <T>(values: T[]) => values.filter((_, row) => !bad.has(row));
  return {
    vectors: vectors.filter((_, at) => !bad.has(Math.floor(at / dimensions))),
    dimensions,
    labels: kept(labels),
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, kept(values)])),
  };
}
