import { describe, expect, test } from 'vitest';
import { CENTER_CODE, codeOf, HIGHEST_CODE, LOWEST_CODE, NAN_CODE, RowCoder, valueOf } from '../../src/engine/value-codes';

describe('a code', () => {
  test('is within a 2,048th of the distance from the center and of the scale', () => {
    for (const distance of [0, 1e-4, 0.01, 0.5, 1, 1.7, 3, 100, 3000, 32_767]) {
      for (const sign of [1, -1]) {
        const value = 40 + sign * 0.25 * distance;
        const code = codeOf(value, 40, 0.25);
        expect(Math.abs(valueOf(code, 40, 0.25) - value)).toBeLessThanOrEqual((0.25 * (1 + distance)) / 2048);
        expect(code).toBeGreaterThan(LOWEST_CODE);
        expect(code).toBeLessThan(HIGHEST_CODE);
      }
    }
  });

  test('keeps the order of values, and what is equal equal', () => {
    const values = [-32_000, -900, -1, -0.001, 0, 0.001, 0.5, 1, 2, 2.01, 900, 32_000];
    const codes = values.map((value) => codeOf(value, 0, 1));
    expect([...codes].sort((a, b) => a - b)).toEqual(codes);
    expect(new Set(codes).size).toBe(values.length);
    expect(codeOf(-0, 0, 1)).toBe(CENTER_CODE);
  });

  test('of NaN and the infinities is none of a finite value', () => {
    expect([NaN, -Infinity, Infinity].map((value) => codeOf(value, 3, 2))).toEqual([NAN_CODE, LOWEST_CODE, HIGHEST_CODE]);
  });

  test('of the largest floats there are', () => {
    expect(codeOf(3e38, -3e38, 6e38 / 32_768)).toBeLessThan(HIGHEST_CODE);
    expect(codeOf(3e38, -3e38, 6e38 / 32_768)).toBeGreaterThan(CENTER_CODE + 30_000);
  });
});

test('rows are coded unit by unit, low and high in one word', () => {
  const coder = new RowCoder({ center: Float64Array.of(0, 10), scale: Float64Array.of(1, 2) });
  const words = new Uint32Array(4);
  const values = Float32Array.of(9, 9, -1, 12, 5, NaN);
  coder.code(values, 2, values, 4, words, 2);
  expect(Array.from(words, (word) => [word & 0xffff, word >>> 16])).toEqual([[0, 0], [0, 0], [codeOf(-1, 0, 1), codeOf(5, 0, 1)], [codeOf(12, 10, 2), NAN_CODE]]);
});
