import { STEP, type Stepwise } from '../stepwise';

/** Shorter lists are cloned as they are. */
const SHORT = 256;

const PACKED = 'packed-list';

/** A long list of numbers and nulls on its way to another thread: cloned as a list it would hold that thread up. */
interface Packed {
  tag: typeof PACKED;
  /** NaN for null. */
  values: Float64Array;
  /** Places of values that are NaN themselves. */
  nan: Uint32Array;
}

/** Data for `postMessage`, with the buffers that may be moved. */
export interface PackedData {
  data: unknown;
  buffers: ArrayBuffer[];
}

/**
 * Plain data in a form that crosses to another thread at no cost: long lists of numbers as columns; views, which may be of
 * far longer buffers, as copies of what they show. Views of one buffer stay so. {@link unpackData} is the inverse.
 */
export function packData(value: unknown): PackedData {
  const buffers: ArrayBuffer[] = [];
  const copies = new Map<ArrayBufferLike, { length: number; buffer: ArrayBuffer }>();
  measure(value, copies);
  const pack = (part: unknown): unknown => {
    if (part instanceof Float64Array) {
      const copy = copies.get(part.buffer)!;
      if (copy.buffer.byteLength === 0 && copy.length > 0) {
        copy.buffer = part.buffer.slice(0, copy.length) as ArrayBuffer;
        buffers.push(copy.buffer);
      }
      return new Float64Array(copy.buffer, part.byteOffset, part.length);
    }
    if (Array.isArray(part)) return isNumberList(part) ? packList(part, buffers) : part.map(pack);
    return isRecord(part) ? Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, pack(entry)])) : part;
  };
  return { data: pack(value), buffers };
}

/** Finds how much of each buffer is in sight. */
function measure(part: unknown, copies: Map<ArrayBufferLike, { length: number; buffer: ArrayBuffer }>): void {
  if (part instanceof Float64Array) {
    const known = copies.get(part.buffer) ?? { length: 0, buffer: new ArrayBuffer(0) };
    known.length = Math.max(known.length, part.byteOffset + part.byteLength);
    copies.set(part.buffer, known);
  } else if (Array.isArray(part)) {
    if (!isNumberList(part)) for (const entry of part) measure(entry, copies);
  } else if (isRecord(part)) for (const entry of Object.values(part)) measure(entry, copies);
}

const isNumberList = (part: unknown[]): part is (number | null)[] => part.length > SHORT && part.every((entry) => entry === null || typeof entry === 'number');

const isRecord = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;

function packList(list: readonly (number | null)[], buffers: ArrayBuffer[]): Packed {
  const values = Float64Array.from(list, (entry) => entry ?? NaN);
  const nan = Uint32Array.from(list.flatMap((entry, i) => (Number.isNaN(entry) ? [i] : [])));
  buffers.push(values.buffer, nan.buffer);
  return { tag: PACKED, values, nan };
}

/** What {@link packData} was given. */
export function* unpackData(part: unknown): Stepwise<unknown> {
  if (Array.isArray(part)) {
    const entries: unknown[] = [];
    for (const entry of part) entries.push(yield* unpackData(entry));
    return entries;
  }
  if (!isRecord(part)) return part;
  if (part.tag === PACKED) return yield* unpackList(part as unknown as Packed);
  const unpacked: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(part)) unpacked[key] = yield* unpackData(entry);
  return unpacked;
}

function* unpackList({ values, nan }: Packed): Stepwise<(number | null)[]> {
  const list: (number | null)[] = [];
  for (let i = 0; i < values.length; i++) {
    if (i % STEP === STEP - 1) yield;
    list.push(Number.isNaN(values[i]) ? null : values[i]);
  }
  for (const i of nan) list[i] = NaN;
  return list;
}
