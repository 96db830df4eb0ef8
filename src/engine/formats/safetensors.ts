import { halfToFloat } from './half-float';
import { formatError } from './parsed';
import { rejectOtherText } from './text-guard';

/** A tensor in a safetensors file. */
export interface SafeTensor {
  dtype: string;
  /** Lengths of the axes; row-major. */
  shape: number[];
  /** The values as float32; float64 and wide integers are rounded. Converted at each call, so that a tensor that is not wanted costs nothing. */
  read(): Float32Array;
}

export interface SafeTensors {
  tensors: Map<string, SafeTensor>;
  /** Texts that the writer added, e.g. `format: pt`. */
  metadata: Map<string, string>;
}

type ReadValue = (view: DataView, at: number) => number;

const float = new DataView(new ArrayBuffer(4));

/** bfloat16 is the upper half of a float32. */
function brainToFloat(bits: number): number {
  float.setUint32(0, bits << 16 >>> 0);
  return float.getFloat32(0);
}

/** 8 bits with 4 of exponent, no infinities (Micikevicius et al. 2022). */
function e4m3ToFloat(bits: number): number {
  const [exponent, fraction] = [(bits >> 3) & 0xf, bits & 7];
  if (exponent === 0xf && fraction === 7) return NaN;
  const magnitude = exponent === 0 ? fraction * 2 ** -9 : (1 + fraction / 8) * 2 ** (exponent - 7);
  return bits & 0x80 ? -magnitude : magnitude;
}

const TYPES: Record<string, [bytes: number, read: ReadValue]> = {
  F64: [8, (view, at) => view.getFloat64(at, true)],
  F32: [4, (view, at) => view.getFloat32(at, true)],
  F16: [2, (view, at) => halfToFloat(view.getUint16(at, true))],
  BF16: [2, (view, at) => brainToFloat(view.getUint16(at, true))],
  F8_E5M2: [1, (view, at) => halfToFloat(view.getUint8(at) << 8)],
  F8_E4M3: [1, (view, at) => e4m3ToFloat(view.getUint8(at))],
  I64: [8, (view, at) => Number(view.getBigInt64(at, true))],
  U64: [8, (view, at) => Number(view.getBigUint64(at, true))],
  I32: [4, (view, at) => view.getInt32(at, true)],
  U32: [4, (view, at) => view.getUint32(at, true)],
  I16: [2, (view, at) => view.getInt16(at, true)],
  U16: [2, (view, at) => view.getUint16(at, true)],
  I8: [1, (view, at) => view.getInt8(at)],
  U8: [1, (view, at) => view.getUint8(at)],
  BOOL: [1, (view, at) => view.getUint8(at)],
};

const WHAT = 'a safetensors file';
const SAVE_AGAIN = 'save it with safetensors.numpy.save_file({"vectors": vectors}, "vectors.safetensors")';
const CUT_OFF = 'the file is cut off: download or save it again';

/** As in the reference implementation. */
const LONGEST_HEADER = 100_000_000;

/**
 * Hugging Face's safetensors: 8 bytes with the length of a JSON header, the header, the values.
 * @throws FvError `format` where the file is another, is cut off, or a tensor's type, shape and bytes contradict each other.
 */
export function parseSafetensors(bytes: ArrayBuffer | Uint8Array): SafeTensors {
  const view = bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new DataView(bytes);
  if (view.byteLength === 0) throw formatError(WHAT, 'an empty file', 'check that the file was written and uploaded whole');
  if (view.byteLength < 8) throw formatError(WHAT, `${view.byteLength} bytes`, CUT_OFF);
  const length = Number(view.getBigUint64(0, true));
  const head = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset, Math.min(view.byteLength, 1024)));
  if (length > LONGEST_HEADER || (view.byteLength > 8 && view.getUint8(8) !== 0x7b)) {
    rejectOtherText(head.replaceAll('\0', ' '), WHAT);
    throw formatError(WHAT, 'other first bytes', SAVE_AGAIN);
  }
  if (8 + length > view.byteLength) throw formatError(`a header of ${length} bytes`, `${view.byteLength - 8} bytes`, CUT_OFF);
  const header = parseHeader(new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + 8, length)));
  const values = new DataView(view.buffer, view.byteOffset + 8 + length, view.byteLength - 8 - length);
  const tensors = new Map<string, SafeTensor>();
  const metadata = new Map<string, string>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') for (const [key, text] of Object.entries(entry)) metadata.set(key, String(text));
    else tensors.set(name, tensorOf(name, entry, values));
  }
  return { tensors, metadata };
}

interface Entry { dtype?: unknown; shape?: unknown; data_offsets?: unknown }

function parseHeader(json: string): Record<string, Entry> {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch (error) {
    throw formatError('a JSON header', 'other text', SAVE_AGAIN, error);
  }
  const entries = typeof header === 'object' && header !== null && Object.values(header).every((entry) => typeof entry === 'object' && entry !== null);
  if (!entries) throw formatError('a header with an entry for each tensor', json.slice(0, 80), SAVE_AGAIN);
  return header as Record<string, Entry>;
}

const isCounts = (value: unknown): value is number[] => Array.isArray(value) && value.every((count) => Number.isSafeInteger(count) && count >= 0);

function tensorOf(name: string, { dtype, shape, data_offsets: offsets }: Entry, values: DataView): SafeTensor {
  const tensor = `tensor ${JSON.stringify(name)}`;
  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) throw formatError(`dtype, shape and data_offsets of ${tensor}`, JSON.stringify({ dtype, shape, data_offsets: offsets }), SAVE_AGAIN);
  if (!Object.hasOwn(TYPES, dtype)) throw formatError(`one of ${Object.keys(TYPES).join(', ')} for ${tensor}`, dtype, 'save it as F32');
  const [size, read] = TYPES[dtype];
  const length = shape.reduce((product, axis) => product * axis, 1);
  const [from, to] = offsets;
  if (to - from !== length * size) throw formatError(`${length * size} bytes for ${tensor} of shape (${shape.join(', ')})`, String(to - from), SAVE_AGAIN);
  if (to > values.byteLength) throw formatError(`${to} bytes of values for ${tensor}`, String(values.byteLength), CUT_OFF);
  return { dtype, shape, read: () => Float32Array.from({ length }, (_, i) => read(values, from + i * size)) };
}
