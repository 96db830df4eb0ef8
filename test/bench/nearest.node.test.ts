import { describe, expect, it } from 'vitest';
import { exactNeighbors, sampleRows, shareKept } from '../../bench/lib/nearest';
import { median, parseNames } from '../../bench/lib/benchmark';
import { expectedMs, type Row } from '../../bench/lib/in-turn';
import { formatTable, markdownTable } from '../../bench/lib/table';

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

  it('compares the first of longer lists', () => {
    expect(shareKept(Int32Array.of(1, 2, 9, 3, 4, 9), Int32Array.of(1, 5, 6, 2, 4, 3, 6, 9), 2, 3, 4)).toBe(0.75);
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

  it('are Markdown where the README wants them', () => {
    expect(markdownTable(['words', 'engine', 'time'], [['5,000', 'auto', '1.2 s'], ['20,000', 'druid', '> 600 s']])).toBe(
      ['| words | engine | time |', '|---:|---|---:|', '| 5,000 | auto | 1.2 s |', '| 20,000 | druid | > 600 s |'].join('\n'),
    );
  });
});

describe('the command line of the benchmarks', () => {
  it('takes names, all of them or none, and no others', () => {
    const known = ['a', 'b'] as const;
    expect(parseNames('b,a', known, 'peers')).toEqual(['b', 'a']);
    expect(parseNames('all', known, 'peers')).toEqual(['a', 'b']);
    expect(parseNames('none', known, 'peers')).toEqual([]);
    expect(parseNames('', known, 'peers')).toEqual([]);
    expect(() => parseNames('a,c', known, 'peers')).toThrow('Expected --peers to be of a, b or all, received "c"');
  });

  it('expects of a peer the time of its last size, grown by its power', () => {
    const row = (name: string, words: number, ms: number): Row => ({ words, name, measurements: [{ ms, peakBytes: 0, note: '' }] });
    const runner = { name: 'exact', runs: 1, growth: 2, run: () => Promise.reject(new Error('not measured')) };
    expect(expectedMs([row('exact', 1_000, 10), row('other', 2_000, 999)], runner, 5_000)).toBe(250);
    expect(expectedMs([], runner, 5_000)).toBe(0);
  });
});
