import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimate, MinMaxIndex, measuredPoints } from '../../../src/engine/curves';
import { NONE } from '../../../src/engine/curves/min-max-index';
import { createRandom } from '../../../src/engine/random';

const strange = fc.constantFrom(NaN, Infinity, -Infinity);
const values = fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: strange }), { maxLength: 3000, size: 'max' });

describe('extremes of any stretch', () => {
  test('are those that looking at every value finds', () => {
    fc.assert(fc.property(values, fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), { maxLength: 20 }), (y, stretches) => {
      const index = MinMaxIndex.of(Float64Array.from(y));
      for (const [a, b] of [...stretches, [0, y.length]]) {
        const [from, to] = [Math.min(a, b, y.length), Math.min(Math.max(a, b), y.length)];
        const finite = y.slice(from, to).filter((value) => Number.isFinite(value));
        const first = (passes: (value: number) => boolean) => {
          const found = y.findIndex((value, i) => i >= from && i < to && passes(value));
          return found < 0 ? NONE : found;
        };
        expect({ ...index.extremes(from, to) }).toEqual({
          min: first((value) => value === Math.min(...finite)), max: first((value) => value === Math.max(...finite)), bad: first((value) => !Number.isFinite(value)),
        });
      }
    }), { seed: 1, numRuns: 60 });
  });

  test('are found within a long curve without going through it', () => {
    const y = new Float64Array(100_000).fill(1);
    let reads = 0;
    const counted = new Proxy(y, { get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, target) as unknown;
    } });
    y[77_777] = 5;
    const index = MinMaxIndex.of(counted);
    reads = 0;
    expect(index.extremes(3, 99_990).max).toBe(77_777);
    expect(reads).toBeLessThan(1500);
  });
});

/** What a decimated curve covers in each column of pixels: the least and the greatest value. */
function columnsOf(x: number[], y: ArrayLike<number>, indices: Iterable<number>, from: number, to: number, columns: number): (string | undefined)[] {
  const seen: number[][] = [];
  for (const i of indices) {
    if (x[i] < from || x[i] > to || !Number.isFinite(y[i])) continue;
    const column = Math.min(columns - 1, Math.floor(((x[i] - from) * columns) / (to - from)));
    (seen[column] ??= []).push(y[i]);
  }
  return Array.from({ length: columns }, (_, c) => seen[c] && `${Math.min(...seen[c])} ${Math.max(...seen[c])} ${seen[c][0]} ${seen[c].at(-1)}`);
}

describe('decimation', () => {
  test('keeps first, least, greatest and last value of every column, in any window', () => {
    fc.assert(fc.property(values, fc.nat(2900), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (y, from, width, columns) => {
      // Columns of a whole number of rows, so that rounding moves no row into the next column.
      const to = from + width * columns;
      const x = y.map((_, i) => i);
      const { indices, marks } = decimate(x, MinMaxIndex.of(y), { from, to, columns });
      expect(columnsOf(x, y, indices, from, to, columns)).toEqual(columnsOf(x, y, x, from, to, columns));
      expect(indices.length).toBeLessThanOrEqual(4 * columns + 2);
      expect(indices.every((index, i) => Number.isFinite(y[index]) && (i === 0 || index > indices[i - 1]))).toBe(true);
      expect(marks.every(({ index }) => index >= from && index <= to && !Number.isFinite(y[index]))).toBe(true);
    }), { seed: 2, numRuns: 100 });
  });

  test('a spike among a million values survives', () => {
    const random = createRandom(3);
    const y = Float64Array.from({ length: 1_000_000 }, () => random());
    y[654_321] = 50;
    const x = Float64Array.from(y.keys());
    const { indices } = decimate(x, MinMaxIndex.of(y), { from: 0, to: 999_999, columns: 800 });
    expect(indices).toContain(654_321);
    expect(indices.length).toBeLessThanOrEqual(3202);
  });

  test('lines lead to the next points outside of the window', () => {
    const x = [0, 1, 2, 3, 4, 5];
    const { indices } = decimate(x, MinMaxIndex.of([0, 1, 2, 3, 4, 5]), { from: 1.5, to: 3.5, columns: 10 });
    expect([...indices]).toEqual([1, 2, 3, 4]);
    expect([...decimate(x, MinMaxIndex.of([9, 1, 2, 3, 4, 5]), { from: 2.1, to: 2.2, columns: 10 }).indices]).toEqual([2, 3]);
  });

  test('what is not finite is marked where it stands, and no line bridges it', () => {
    const y = [1, 2, NaN, 3, Infinity, -Infinity, 4, 5];
    const { indices, gaps, marks } = decimate([0, 1, 2, 3, 4, 5, 6, 7], MinMaxIndex.of(y), { from: 0, to: 7, columns: 70 });
    expect([...indices]).toEqual([0, 1, 3, 6, 7]);
    expect([...gaps]).toEqual([0, 0, 1, 1, 0]);
    expect(marks).toEqual([{ index: 2, kind: 'nan' }, { index: 4, kind: 'infinity' }, { index: 5, kind: '-infinity' }]);
  });

  test('gaps just outside of the window count; marks come once per kind and column', () => {
    const y = [1, NaN, 2, 3, NaN, NaN, Infinity, NaN];
    const { indices, gaps, marks } = decimate([0, 1, 2, 3, 4, 5, 6, 7], MinMaxIndex.of(y), { from: 2, to: 7, columns: 1 });
    expect([...indices]).toEqual([0, 2, 3]);
    expect([...gaps]).toEqual([0, 1, 0]);
    expect(marks).toEqual([{ index: 4, kind: 'nan' }, { index: 6, kind: 'infinity' }]);
  });

  test('a curve without a finite value is marks alone; an empty one is nothing', () => {
    expect(decimate([0, 1], MinMaxIndex.of([NaN, NaN]), { from: 0, to: 1, columns: 2 })).toMatchObject({ indices: new Uint32Array(0), marks: [{ index: 0 }, { index: 1 }] });
    expect(decimate([], MinMaxIndex.of([]), { from: 0, to: 1, columns: 2 })).toEqual({ indices: new Uint32Array(0), gaps: new Uint8Array(0), marks: [] });
  });
});

test('points that were not measured are left out, NaN that was measured stays', () => {
  expect(measuredPoints([0, 1, 2, null, 4], { values: Float64Array.of(1, NaN, NaN, 4, Infinity), nanRows: [2] })).toEqual({
    x: Float64Array.of(0, 2, 4), y: Float64Array.of(1, NaN, Infinity), rows: Uint32Array.of(0, 2, 4),
  });
});
