import { describe, expect, test } from 'vitest';
import { npyToMatrix, tensorToMatrix, toActivationMatrix } from '../../../src/engine/activation';

/** A version 1 `.npy` file of little-endian float32. */
function npy(shape: number[], values: number[]): Uint8Array {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }\n`;
  const bytes = new Uint8Array(10 + header.length + 4 * values.length);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length, 0, ...new TextEncoder().encode(header)]);
  bytes.set(new Uint8Array(Float32Array.from(values).buffer), 10 + header.length);
  return bytes;
}

const plain = ({ activations, shape }: { activations: Float32Array; shape: readonly number[] }) => [Array.from(activations), shape];

describe('a matrix from', () => {
  test('numbers and typed arrays: one unit, or so many', () => {
    expect(plain(toActivationMatrix([1, 2]))).toEqual([[1, 2], [2, 1]]);
    expect(plain(toActivationMatrix(Float64Array.of(1, 2, 3, 4), 2))).toEqual([[1, 2, 3, 4], [2, 2]]);
    expect(toActivationMatrix(Float32Array.of(1)).activations).toBeInstanceOf(Float32Array);
  });

  test('nested arrays', () => expect(plain(toActivationMatrix([[1, 2], Float32Array.of(3, 4)]))).toEqual([[1, 2, 3, 4], [2, 2]]));

  test('a tensor in the page', async () => {
    const tensor = (shape: number[]) => ({ shape, data: async () => Int32Array.of(1, 2, 3, 4) });
    expect(plain(await tensorToMatrix(tensor([2, 2])))).toEqual([[1, 2, 3, 4], [2, 2]]);
    expect(plain(await tensorToMatrix(tensor([1, 4, 1])))).toEqual([[1, 2, 3, 4], [4, 1]]);
    expect(plain(await tensorToMatrix(tensor([4])))).toEqual([[1, 2, 3, 4], [4, 1]]);
    await expect(tensorToMatrix(tensor([2, 2, 1]))).rejects.toThrow(/shape \[segments\] or \[segments, units\], received \[2, 2, 1\]/);
  });

  test('an .npy file', () => {
    expect(plain(npyToMatrix(npy([2, 2], [1, 2, 3, 4])))).toEqual([[1, 2, 3, 4], [2, 2]]);
    expect(() => npyToMatrix(npy([2, 2], [1, 2, 3, 4]).subarray(0, -2))).toThrow(/cut off/);
    expect(() => npyToMatrix(new Uint8Array())).toThrow(/0 bytes/);
  });
});

test('rows that differ in length, or no whole rows, are refused', () => {
  expect(() => toActivationMatrix([[1, 2], [3]])).toThrow(/2 units in every row, as in row 0, received 1 in row 1/);
  expect(() => toActivationMatrix([1, 2, 3], 2)).toThrow(/3 values for 2 units/);
});
