import { describe, expect, it } from 'vitest';
import { rowsInScope } from '../../../src/components/embedding-map/list/rows-in-scope';
import { sortedRows } from '../../../src/components/embedding-map/list/sorted-rows';
import { createRandom } from '../../../src/engine/random';

const rising = { descending: false, locale: 'en' };
const falling = { descending: true, locale: 'en' };

describe('rows in the order of a column', () => {
  it('has numbers before texts, and what has no value last, whichever way', async () => {
    const column = ['b', 3, null, 'a', Number.NaN, 1, ''];
    expect([...(await sortedRows(column, 7, rising))]).toEqual([5, 1, 3, 0, 2, 4, 6]);
    expect([...(await sortedRows(column, 7, falling))]).toEqual([1, 5, 0, 3, 2, 4, 6]);
  });

  it('leaves equal values in order of rows, and rows beyond the first n out', async () => {
    expect([...(await sortedRows([1, 0, 1, 0, -1], 4, falling))]).toEqual([0, 2, 1, 3]);
  });

  it('counts in texts as people do', async () => {
    expect([...(await sortedRows(['w10', 'w9', 'W1'], 3, rising))]).toEqual([2, 1, 0]);
  });

  it.each([511, 512, 513, 5000])('is what a sort of all at once gives, for %i rows', async (n) => {
    const random = createRandom(n);
    const column = Float32Array.from({ length: n }, () => Math.floor(random() * 97));
    const expected = Array.from({ length: n }, (_, i) => i).sort((a, b) => column[a] - column[b] || a - b);
    expect([...(await sortedRows(column, n, rising))]).toEqual(expected);
  });

  it('ends with the reason of its signal', async () => {
    await expect(sortedRows([1, 2], 2, { ...rising, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('rows to list', () => {
  const all = { rows: 4, order: null, sight: null, chosen: null, muted: null };

  it('are all leading rows where nothing is said', async () => {
    expect([...(await rowsInScope(all))]).toEqual([0, 1, 2, 3]);
  });

  it('keep their order, without those that are muted or not chosen', async () => {
    const order = Uint32Array.of(3, 2, 1, 0);
    expect([...(await rowsInScope({ ...all, order, muted: Uint8Array.of(0, 0, 1, 0) }))]).toEqual([3, 1, 0]);
    expect([...(await rowsInScope({ ...all, order, chosen: Uint8Array.of(1, 0, 1, 0) }))]).toEqual([2, 0]);
  });

  it('are those within the bounds; a row without a place is out of sight', async () => {
    const sight = { positions: Float32Array.of(0, 0, 2, 2, 1, 1), bounds: { minX: 0, maxX: 1, minY: 0, maxY: 1 } };
    expect([...(await rowsInScope({ ...all, sight }))]).toEqual([0, 2]);
  });
});
