import { describe, expect, test } from 'vitest';
import { commonRows, neighborOverlap } from '../../../src/engine/compare';

describe('the overlap of neighbours', () => {
  test('is the share of the k nearest that both lists hold, in any order', async () => {
    const a = { k: 3, indices: Uint32Array.of(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2) };
    const b = { k: 2, indices: Uint32Array.of(2, 1, 3, 2, 3, 0, 0, 1) };
    expect([...await neighborOverlap(a, b, 2)]).toEqual([1, 0.5, 0.5, 1]);
    expect([...await neighborOverlap(a, b, 1)]).toEqual([0, 0, 0, 1]);
  });

  test('says why it cannot be told', async () => {
    const three = { k: 1, indices: Uint32Array.of(1, 2, 0) };
    await expect(neighborOverlap(three, { k: 1, indices: Uint32Array.of(1, 0) }, 1)).rejects.toThrow('Expected neighbours of the same 3 rows, received 2 rows');
    await expect(neighborOverlap(three, three, 2)).rejects.toThrow('Expected k from 1 to 1, received 2');
  });
});

describe('common rows', () => {
  test('match by label, in the order of the first', () => {
    const { left, right, onlyLeft, onlyRight } = commonRows(['a', 'b', 'c', 'd'], ['d', 'x', 'b', 'a']);
    expect([...left]).toEqual([0, 1, 3]);
    expect([...right]).toEqual([3, 2, 0]);
    expect([onlyLeft, onlyRight]).toEqual([1, 1]);
  });

  test('occurrences of one label match one by one', () => {
    const { left, right, onlyLeft, onlyRight } = commonRows(['bank', 'river', 'bank', 'bank'], ['bank', 'bank', 'money', 'bank', 'bank']);
    expect([...left]).toEqual([0, 2, 3]);
    expect([...right]).toEqual([0, 1, 3]);
    expect([onlyLeft, onlyRight]).toEqual([1, 2]);
  });
});
