import { halfToFloat } from './half-float';
import { formatError } from './parsed';

/** An array out of NumPy. */
export interface NpyArray {
  /** In row-major (C) order, whatever the file's; float64 and wide integers rounded to float32. */
  values: Float32Array;
  /** Lengths of the axes: `[n, dimensions]` for vectors, `[]` for a single number. */
  shape: number[];
}

/** Reads one value; NumPy's type codes of the numbers that a Float32Array can stand for, with their size in bytes. */
type ReadValue = (view: DataView, offset: number, littleEndian: boolean) => number;
const TYPES: Record<string, [bytes: number, read: ReadValue]> = {
  f2: [2, (view, at, little) => halfToFloat(view.getUint16(at, little))],
  f4: [4, (view, at, little) => view.getFloat32(at, little)],
  f8: [8, (view, at, little) => view.getFloat64(at, little)],
  b1: [1, (view, at) => view.getUint8(at)],
  i1: [1, (view, at) => view.getInt8(at)],
  u1: [1, (view, at) => view.getUint8(at)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  i8: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  u8: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
};

const SAVE_AGAIN = 'save it with numpy.save("vectors.npy", vectors.astype("float32"))';

/**
 * Reads NumPy's `.npy` file (format versions 1 to 3): floats of 16, 32 and 64 bits, integers and booleans, both byte
 * orders, both storage orders. Bytes after the array are not looked at.
 * @throws FvError `format` where the file is no `.npy`, is cut off, or holds text, objects, complex numbers or records.
 */
export function parseNpy(bytes: ArrayBuffer | Uint8Array): NpyArray {
  const view = bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new DataView(bytes);
  const { header, end } = readHeader(view);
  const type = /'descr'\s*:\s*'([<>|=]?)(\w+)'/.exec(header);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header);
  // Python 2 wrote `(3L, 4L)`.
  const axes = /'shape'\s*:\s*\(((?:\s*\d+L?\s*,?)*)\s*\)/.exec(header);
  const [size, read] = (type !== null && Object.hasOwn(TYPES, type[2]) ? TYPES[type[2]] : undefined) ?? [0, () => NaN];
  if (size === 0 || order === null || axes === null) throw formatError('an array of floats, integers or booleans', header.trim().slice(0, 120), SAVE_AGAIN);
  const shape = Array.from(axes[1].matchAll(/\d+/g), Number);
  const length = shape.reduce((product, axis) => product * axis, 1);
  if (length * size > view.byteLength - end) {
    throw formatError(`${length * size} bytes for an array of shape (${shape.join(', ')})`, String(view.byteLength - end), 'the file is cut off: download or save it again');
  }
  const values = new Float32Array(length);
  const littleEndian = type?.[1] !== '>';
  const offsets = order[1] === 'True' ? columnMajor(shape) : null;
  for (let i = 0; i < length; i++) values[i] = read(view, end + size * (offsets === null ? i : offsets()), littleEndian);
  return { values, shape };
}

/** The header's text, a Python dictionary, and where the array begins. */
function readHeader(view: DataView): { header: string; end: number } {
  const magic = [0x93, ...Array.from('NUMPY', (char) => char.charCodeAt(0))];
  if (view.byteLength < 10 || magic.some((byte, i) => view.getUint8(i) !== byte)) {
    throw formatError('a .npy file', view.byteLength < 10 ? `${view.byteLength} bytes` : 'other first bytes', SAVE_AGAIN);
  }
  const version = view.getUint8(6);
  if (version < 1 || version > 3) throw formatError('version 1, 2 or 3 of the .npy format', String(version), SAVE_AGAIN);
  const start = version === 1 ? 10 : 12;
  const end = view.byteLength < start ? Infinity : start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (end > view.byteLength) throw formatError('a whole header', `${view.byteLength} bytes`, 'the file is cut off: download or save it again');
  return { header: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start, end - start)), end };
}

/** Gives, one call after the other, the places in column-major (Fortran) storage of an array's values in row-major order. */
function columnMajor(shape: number[]): () => number {
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, length) => product * length, 1));
  const index = shape.map(() => 0);
  let next = 0;
  return () => {
    const offset = next;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      next += strides[axis];
      if (++index[axis] < shape[axis]) break;
      next -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
    return offset;
  };
}
