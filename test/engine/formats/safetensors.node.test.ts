import { describe, expect, test } from 'vitest';
import { parseSafetensors } from '../../../src/engine/formats';
import { errorOf } from './error-of';

/** A file with such a header, before such values; `shift` leading bytes make sure that nothing relies on alignment. */
function file(header: unknown, values: ArrayBufferView = new Uint8Array(0), shift = 0): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(shift + 8 + json.length + values.byteLength);
  new DataView(bytes.buffer).setBigUint64(shift, BigInt(json.length), true);
  bytes.set(json, shift + 8);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), shift + 8 + json.length);
  return bytes.subarray(shift);
}

const one = (dtype: string, values: ArrayBufferView, n: number) => {
  const { tensors } = parseSafetensors(file({ a: { dtype, shape: [n], data_offsets: [0, values.byteLength] } }, values, 1));
  return [...tensors.get('a')!.read()];
};

test('tensors by name, with their shapes, and what the writer added', () => {
  const { tensors, metadata } = parseSafetensors(file({
    __metadata__: { format: 'pt' },
    'encoder.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [4, 20] },
    bias: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    scalar: { dtype: 'F32', shape: [], data_offsets: [16, 20] },
    none: { dtype: 'F32', shape: [0, 5], data_offsets: [20, 20] },
  }, Float32Array.of(9, 1, 2, 3, 4)));
  expect([...metadata]).toEqual([['format', 'pt']]);
  expect(Array.from(tensors, ([name, tensor]) => [name, tensor.dtype, tensor.shape, [...tensor.read()]])).toEqual([
    ['encoder.weight', 'F32', [2, 2], [1, 2, 3, 4]], ['bias', 'F32', [1], [9]], ['scalar', 'F32', [], [4]], ['none', 'F32', [0, 5], []],
  ]);
});

test.each<[string, ArrayBufferView, number[]]>([
  ['F64', Float64Array.of(0.5, -3), [0.5, -3]],
  ['F16', Uint16Array.of(0x3c00, 0xc000, 0x7c00), [1, -2, Infinity]],
  ['BF16', Uint16Array.of(0x3f80, 0xc040, 0x7f80, 0x3eab), [1, -3, Infinity, 0.333984375]],
  ['F8_E5M2', Uint8Array.of(0x3c, 0xc0, 0x7b, 0x7c), [1, -2, 57_344, Infinity]],
  ['F8_E4M3', Uint8Array.of(0x38, 0xc0, 0x7e, 0x01, 0x7f), [1, -2, 448, 2 ** -9, NaN]],
  ['I64', BigInt64Array.of(-5n, 1n << 40n), [-5, 2 ** 40]],
  ['U64', BigUint64Array.of(5n), [5]],
  ['I32', Int32Array.of(-7), [-7]],
  ['U32', Uint32Array.of(2 ** 31), [2 ** 31]],
  ['I16', Int16Array.of(-300), [-300]],
  ['U16', Uint16Array.of(65_535), [65_535]],
  ['I8', Int8Array.of(-1), [-1]],
  ['U8', Uint8Array.of(255), [255]],
  ['BOOL', Uint8Array.of(1, 0), [1, 0]],
])('%s', (dtype, bytes, values) => {
  expect(one(dtype, bytes, values.length)).toEqual(values);
});

describe('what is none', () => {
  const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
  const whole = file({ a: entry }, Float32Array.of(1, 2));
  test.each<[string, Uint8Array, RegExp, RegExp]>([
    ['an empty file', new Uint8Array(0), /an empty file/, /./],
    ['some bytes', Uint8Array.of(1, 2, 3), /3 bytes/, /cut off/],
    ['text', new TextEncoder().encode('hello world, this is text'), /other first bytes/, /save/],
    ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>'), /a web page/, /address/],
    ['a header that is cut off', whole.subarray(0, 20), /12 bytes/, /cut off/],
    ['values that are cut off', whole.subarray(0, whole.length - 1), /7/, /cut off/],
    ['a header that is no JSON', file('{"a": }'), /other text/, /save/],
    ['a header of numbers', file('{"a": 1}'), /"a": 1/, /save/],
    ['an entry without offsets', file({ a: { dtype: 'F32', shape: [2] } }), /"dtype":"F32"/, /save/],
    ['an entry without type', file({ a: { shape: [2], data_offsets: [0, 8] } }), /"shape":\[2\]/, /save/],
    ['a shape that is none', file({ a: { ...entry, shape: [1.5] } }), /1\.5/, /save/],
    ['offsets that do not fit the shape', file({ a: { ...entry, shape: [3] } }, Float32Array.of(1, 2)), /8/, /save/],
    ['a negative offset', file({ a: { ...entry, data_offsets: [-8, 0] } }), /-8/, /save/],
    ['an unknown type', file({ a: { ...entry, dtype: 'F4' } }, Float32Array.of(1, 2)), /F4/, /F32/],
  ])('%s', (_what, bytes, received, fix) => {
    const error = errorOf(() => parseSafetensors(bytes));
    expect(error.code).toBe('format');
    expect(error.received).toMatch(received);
    expect(error.fix).toMatch(fix);
  });
});
