import { FvError } from '../errors';
import { parseNpy } from '../formats';
import type { ActivationMatrix } from './activation-data';

/** A tensor of TensorFlow.js, or whatever has its shape and gives its values. */
export interface TensorLike {
  readonly shape: readonly number[];
  data(): Promise<ArrayLike<number>>;
}

/** Numbers in rows: [segments][units], or [segments] for one unit. */
export type NestedNumbers = readonly number[] | readonly (ArrayLike<number>)[];

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}

/** [segments], [segments, units] or [1, segments, units] as [segments, units]. */
function matrixShape(shape: readonly number[]): [number, number] {
  const axes = shape.length === 3 && shape[0] === 1 ? shape.slice(1) : shape;
  if (axes.length === 1) return [axes[0], 1];
  if (axes.length === 2) return [axes[0], axes[1]];
  throw invalid('an array of shape [segments] or [segments, units]', `[${shape.join(', ')}]`, 'take one layer and one sample of it');
}

/**
 * Rows of numbers as a matrix: a typed array of `units` columns (one by default), or nested arrays.
 * @throws FvError `invalid-data` where rows differ in length or the values are no whole number of rows.
 */
export function toActivationMatrix(values: ArrayLike<number> | NestedNumbers, units?: number): ActivationMatrix {
  const rows = values.length;
  if (rows === 0 || typeof values[0] === 'number') {
    const columns = units ?? 1;
    if (!Number.isInteger(columns) || columns < 1 || rows % columns !== 0) {
      throw invalid('values in whole rows of one or more units', `${rows} values for ${columns} units`, 'values are row-major [segments, units]');
    }
    const flat = values as ArrayLike<number>;
    return { activations: flat instanceof Float32Array ? flat : Float32Array.from(flat), shape: [rows / columns, columns] };
  }
  const nested = values as readonly ArrayLike<number>[];
  const columns = nested[0].length;
  const activations = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    if (nested[row].length !== columns) throw invalid(`${columns} units in every row, as in row 0`, `${nested[row].length} in row ${row}`, 'give every segment the same units');
    activations.set(nested[row], row * columns);
  }
  return { activations, shape: [rows, columns] };
}

/** A tensor in the page as a matrix; the tensor stays as it is. @throws FvError `invalid-data` for other than one or two axes. */
export async function tensorToMatrix(tensor: TensorLike): Promise<ActivationMatrix> {
  const shape = matrixShape(tensor.shape);
  const data = await tensor.data();
  return { activations: data instanceof Float32Array ? data : Float32Array.from(data), shape };
}

/** Values of an array, row-major, as a matrix. @throws FvError `invalid-data` for other than one or two axes. */
export function arrayToMatrix(values: Float32Array, shape: readonly number[]): ActivationMatrix {
  return { activations: values, shape: matrixShape(shape) };
}

/** An `.npy` file as a matrix. @throws FvError `format` for a broken file, `invalid-data` for other than one or two axes. */
export function npyToMatrix(bytes: ArrayBuffer | Uint8Array): ActivationMatrix {
  const { values, shape } = parseNpy(bytes);
  return arrayToMatrix(values, shape);
}
