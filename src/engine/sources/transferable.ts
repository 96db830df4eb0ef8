import { STEP, type Stepwise } from '../stepwise';

/** Columns are copied into buffers of this length, bytes, or one longer: a message of tens of thousands of buffers is slow, and one too many. */
const ROOM_BYTES = 64 * 2 ** 20;

/** Objects that are unpacked between two pauses. */
const STEP_RECORDS = 256;

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
  const copies = new Map<ArrayBufferLike, Copy>();
  measure(value, copies);
  place(copies, buffers);
  const pack = (part: unknown): unknown => {
    if (part instanceof Float64Array) {
      const { buffer, at } = copies.get(part.buffer)!;
      return new Float64Array(buffer, at + part.byteOffset, part.length);
    }
    if (Array.isArray(part)) return isNumberList(part) ? packList(part, buffers) : part.map(pack);
    return isRecord(part) ? Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, pack(entry)])) : part;
  };
  return { data: pack(value), buffers };
}

/** Where what is in sight of a buffer is copied to. */
interface Copy {
  /** Bytes from its beginning. */
  length: number;
  buffer: ArrayBuffer;
  /** Bytes before it there. */
  at: number;
}

/** Copies what is in sight of each buffer, many of them into one. */
function place(copies: ReadonlyMap<ArrayBufferLike, Copy>, buffers: ArrayBuffer[]): void {
  let left = 0;
  for (const { length } of copies.values()) left += length;
  let room = new Uint8Array(0);
  let at = 0;
  for (const [source, copy] of copies) {
    if (copy.length === 0) continue;
    if (at + copy.length > room.length) {
      room = new Uint8Array(Math.max(copy.length, Math.min(ROOM_BYTES, left)));
      at = 0;
      buffers.push(room.buffer);
    }
    room.set(new Uint8Array(source, 0, copy.length), at);
    copy.buffer = room.buffer;
    copy.at = at;
    // Lengths are of whole numbers: what follows is aligned as well.
    at += copy.length;
    left -= copy.length;
  }
}

/** Finds how much of each buffer is in sight. */
function measure(part: unknown, copies: Map<ArrayBufferLike, Copy>): void {
  if (part instanceof Float64Array) {
    const known = copies.get(part.buffer) ?? { length: 0, buffer: new ArrayBuffer(0), at: 0 };
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
    for (const [i, entry] of part.entries()) {
      if (i % STEP_RECORDS === STEP_RECORDS - 1) yield;
      entries.push(isRecord(entry) || Array.isArray(entry) ? yield* unpackData(entry) : entry);
    }
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
