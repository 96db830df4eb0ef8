import { describe, expect, it } from 'vitest';
import { exactNeighbors, sampleRows, shareKept } from '../../bench/lib/nearest';
import { median } from '../../bench/lib/benchmark';
import { formatTable } from '../../bench/lib/table';

describe('the share of neighbours kept', () => {
  it('samples different rows, the same for the same seed', () => {
    const rows = sampleRows(1_000, 200, 1);
    expect(new Set(rows).size).toBe(200);
    expect(rows).toEqual(sampleRows(1_000, 200, 1));
    expect(rows).not.toEqual(sampleRows(1_000, 200, 2));
    expect(sampleRows(3, 200, 1).sort()).toEqual(Int32Array.of(0, 1, 2));
  });

  it('finds the nearest of each row, nearest first, without itself', () => {
    const line = Float32Array.of(0, 1, 3, 7, 15);
    expect([...exactNeighbors(line, 1, Int32Array.of(0, 3), 2, 'euclidean')]).toEqual([1, 2, 2, 1]);
  });

  it('compares directions for cosine', () => {
    const circle = Float32Array.from([0, 10, 90, 200].flatMap((degrees) => [Math.cos((degrees / 180) * Math.PI), Math.sin((degrees / 180) * Math.PI)]));
    expect([...exactNeighbors(circle, 2, Int32Array.of(0), 3, 'cosine')]).toEqual([1, 2, 3]);
  });

  it('is 1 for a map of the same order, whatever the order within a list', () => {
    expect(shareKept(Int32Array.of(1, 2, 3, 4), Int32Array.of(2, 1, 4, 3), 2)).toBe(1);
    expect(shareKept(Int32Array.of(1, 2, 3, 4), Int32Array.of(2, 9, 8, 7), 2)).toBe(0.25);
  });
});

describe('the tables of the benchmarks', () => {
  it('take the middle of several runs', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('put figures to the right and names to the left', () => {
    expect(formatTable(['words', 'backend'], [['5,000', 'auto'], ['20,000', 'webgl']])).toBe(
      [' words  backend', '──────  ───────', ' 5,000  auto', '20,000  webgl'].join('\n'),
    );
  });
});
