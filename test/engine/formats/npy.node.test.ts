import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNpy } from '../../../src/engine/formats';

/** Writes one value of a NumPy type; what is not listed is read only. */
const writers: Record<string, [bytes: number, write: (view: DataView, at: number, value: number, little: boolean) => void]> = {
  f2: [2, (view, at, value, little) => view.setUint16(at, value, little)],
  f4: [4, (view, at, value, little) => view.setFloat32(at, value, little)],
  f8: [8, (view, at, value, little) => view.setFloat64(at, value, little)],
  b1: [1, (view, at, value) => view.setUint8(at, value)],
  i1: [1, (view, at, value) => view.setInt8(at, value)],
  u1: [1, (view, at, value) => view.setUint8(at, value)],
  i2: [2, (view, at, value, little) => view.setInt16(at, value, little)],
  u2: [2, (view, at, value, little) => view.setUint16(at, value, little)],
  i4: [4, (view, at, value, little) => view.setInt32(at, value, little)],
  u4: [4, (view, at, value, little) => view.setUint32(at, value, little)],
  i8: [8, (view, at, value, little) => view.setBigInt64(at, BigInt(value), little)],
  u8: [8, (view, at, value, little) => view.setBigUint64(at, BigInt(value), little)],
};

interface Npy { descr: string; shape: number[]; values: number[]; fortran?: boolean; version?: number; header?: string }

/** A `.npy` file; `values` in the order in which they are stored. */
function npy({ descr, shape, values, fortran = false, version = 1, header }: Npy): Uint8Array {
  const text = `${header ?? `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`}\n`;
  const [size, write] = writers[descr.slice(1)] ?? [0, () => {}];
  const start = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(start + text.length + values.length * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  bytes.set(new TextEncoder().encode(text), start);
  values.forEach((value, i) => write(view, start + text.length + i * size, value, descr[0] !== '>'));
  return bytes;
}

const ranges: Record<string, [min: number, max: number]> = {
  b1: [0, 1], i1: [-128, 127], u1: [0, 255], i2: [-32_768, 32_767], u2: [0, 65_535],
  i4: [-(2 ** 31), 2 ** 31 - 1], u4: [0, 2 ** 32 - 1], i8: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], u8: [0, Number.MAX_SAFE_INTEGER],
};
const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
const lengthOf = (shape: number[]) => shape.reduce((product, axis) => product * axis, 1);

describe('what NumPy writes is read back as float32', () => {
  test.each(Object.keys(writers).filter((type) => type !== 'f2'))('%s', (type) => {
    const value = type in ranges ? fc.integer({ min: ranges[type][0], max: ranges[type][1] }) : fc.double();
    const arrays = shapes.chain((shape) => fc.record({ shape: fc.constant(shape), values: fc.array(value, { minLength: lengthOf(shape), maxLength: lengthOf(shape) }) }));
    fc.assert(fc.property(arrays, fc.constantFrom('<', '>', '=', '|'), fc.constantFrom(1, 2, 3), ({ shape, values }, order, version) => {
      expect(parseNpy(npy({ descr: order + type, shape, values, version }))).toEqual({ shape, values: Float32Array.from(values) });
    }), { seed: 5, numRuns: 50 });
  });

  test('f2: every half-precision number', () => {
    const bits = Array.from({ length: 1 << 16 }, (_, i) => i);
    const { values } = parseNpy(npy({ descr: '<f2', shape: [1 << 16], values: bits }));
    expect([0x0000, 0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x3555, 0x7c00, 0xfc00].map((half) => values[half]))
      .toEqual([0, 1, -2, 65_504, 2 ** -14, 2 ** -24, 0.333251953125, Infinity, -Infinity]);
    expect(values[0x7e00]).toBeNaN();
    expect(Object.is(values[0x8000], -0)).toBe(true);
    const rising = values.subarray(0, 0x7c00);
    expect(rising.every((value, i) => i === 0 || value > rising[i - 1])).toBe(true);
    expect(parseNpy(npy({ descr: '>f2', shape: [2], values: [0x3c00, 0x3555] })).values).toEqual(Float32Array.of(1, 0.333251953125));
  });
});

describe('column-major storage', () => {
  test('is turned into rows', () => {
    expect(parseNpy(npy({ descr: '<f4', shape: [2, 3], values: [1, 4, 2, 5, 3, 6], fortran: true })).values).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  test('in any number of axes gives value (i, j, …) the place i + n₀(j + n₁(…))', () => {
    fc.assert(fc.property(shapes, (shape) => {
      const { values } = parseNpy(npy({ descr: '<f8', shape, values: Array.from({ length: lengthOf(shape) }, (_, i) => i), fortran: true }));
      values.forEach((stored, i) => {
        let rest = i;
        let place = 0;
        for (let axis = shape.length - 1; axis >= 0; axis--) {
          place += (rest % shape[axis]) * lengthOf(shape.slice(0, axis));
          rest = Math.floor(rest / shape[axis]);
        }
        expect(stored).toBe(place);
      });
    }), { seed: 6 });
  });
});

test('reads the long integers of Python 2, any spacing, a buffer, and bytes that begin anywhere', () => {
  const bytes = npy({ descr: '<f4', shape: [], values: [1, 2], header: "{'shape':(2L,1L),'descr':'<f4','fortran_order':False}      " });
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  for (const source of [bytes, bytes.slice().buffer, shifted.subarray(3)]) expect(parseNpy(source)).toEqual({ shape: [2, 1], values: Float32Array.of(1, 2) });
});

const whole = npy({ descr: '<f4', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] });

test('a file that is cut off anywhere is an error', () => {
  for (let length = 0; length < whole.length; length++) expect(() => parseNpy(whole.slice(0, length)), `${length} bytes`).toThrow(/^Expected/);
});

test.each([
  ['a file cut off', whole.slice(0, -1), /24 bytes for an array of shape \(2, 3\), received 23: the file is cut off/],
  ['another file', new TextEncoder().encode('PK something else'), /a \.npy file, received other first bytes/],
  ['a version to come', npy({ descr: '<f4', shape: [1], values: [1], version: 4 }), /version 1, 2 or 3 .* received 4/],
  ['objects', npy({ descr: '|O', shape: [1], values: [] }), /floats, integers or booleans, received .*\|O.*astype/],
  ['text', npy({ descr: '<U8', shape: [1], values: [] }), /floats, integers or booleans/],
  ['complex numbers', npy({ descr: '<c8', shape: [1], values: [] }), /floats, integers or booleans/],
  ['records', npy({ descr: '', shape: [1], values: [], header: "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }" }), /floats, integers or booleans/],
])('rejects %s', (_, bytes, message) => {
  expect(() => parseNpy(bytes)).toThrow(message);
  expect(() => parseNpy(bytes)).toThrow(expect.objectContaining({ code: 'format' }));
});
