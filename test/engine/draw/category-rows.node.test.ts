import { describe, expect, it } from 'vitest';
import { categoryRows } from '../../../src/engine/draw/category-rows';
import { categoryScale } from '../../../src/engine/draw/category-scale';

describe('categories of some rows of a column', () => {
  it('keep the colours they have in all of it, and are counted among the rows', async () => {
    const column = ['a', 'a', 'a', 'b', 'b', 'c', null];
    const whole = await categoryScale(column);
    const part = categoryRows(whole, Uint32Array.of(0, 3, 4, 6));
    expect(part.entries.map(({ value, count }) => [value, count])).toEqual([['a', 1], ['b', 2], [null, 1]]);
    expect([...part.indices]).toEqual([0, 3, 4, 6].map((row) => whole.indices[row]));
    expect(part.entries.map(({ colorIndex }) => colorIndex)).toEqual([0, 1, 3].map((entry) => whole.entries[entry].colorIndex));
    expect(part.missing).toBe(1);
    expect(part.codes.length).toBe(4);
    expect([...part.codes].map((code) => (code === 0 ? null : part.categories[code - 1].value))).toEqual(['a', 'b', 'b', null]);
  });
});
