import { describe, expect, test } from 'vitest';
import { columnLift } from '../../../src/engine/pick/column-lift';

describe('a column among some rows', () => {
  test('tells by how much each value is more frequent there than everywhere, the most telling first', async () => {
    const column = ['noun', 'noun', 'noun', 'noun', 'verb', 'verb', 'rare', '', null, NaN];
    const lift = await columnLift(column, Uint32Array.of(0, 4, 5, 8), 10, 5);
    expect(lift).toEqual({
      kind: 'category', distinct: 2, missing: 1,
      values: [{ value: 'verb', count: 2, lift: 2 / 3 / (2 / 7) }, { value: 'noun', count: 1, lift: 1 / 3 / (4 / 7) }],
    });
  });

  test('puts a frequent value before a single one of the same lift, and tells no more than asked for', async () => {
    const column = ['a', 'b', 'b', 'b', 'c', 'c', 'c', 'c'];
    const lift = await columnLift(column, Uint32Array.of(0, 1, 2, 3), 8, 1);
    expect(lift).toMatchObject({ distinct: 2, values: [{ value: 'b', count: 3, lift: 2 }] });
  });

  test('looks at the leading rows alone', async () => {
    expect(await columnLift(['a', 'b', 'b', 'b'], Uint32Array.of(0), 2, 5)).toMatchObject({ values: [{ value: 'a', lift: 2 }] });
  });

  test('of numbers tells the mean and its distance from that of all, in standard deviations', async () => {
    expect(await columnLift(Float32Array.of(1, 3, 1, 3, NaN), Uint32Array.of(1, 3, 4), 5, 5)).toEqual({ kind: 'number', mean: 3, meanOfAll: 2, shift: 1, missing: 1 });
    expect(await columnLift([7, null, 7], Uint32Array.of(1), 3, 5)).toEqual({ kind: 'number', mean: NaN, meanOfAll: 7, shift: 0, missing: 1 });
  });

  test('of texts and numbers counts numbers by their digits', async () => {
    expect(await columnLift(['x', 1, 1, 'x'], Uint32Array.of(1, 2), 4, 5)).toMatchObject({ kind: 'category', values: [{ value: '1', count: 2, lift: 2 }] });
  });
});
