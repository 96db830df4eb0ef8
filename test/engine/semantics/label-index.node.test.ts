import { describe, expect, test } from 'vitest';
import { LabelIndex } from '../../../src/engine/semantics/label-index';

const LABELS = ['the', 'king', 'queen', 'King', 'woman', 'women', 'Paris', 'kings', 'kin', 'king'];
const index = await LabelIndex.create(LABELS);

describe('a word', () => {
  test('is found by its exact label, the first of equal ones', () => {
    expect([index.rowOf('king'), index.rowOf('King'), index.rowOf('the')]).toEqual([1, 3, 0]);
  });

  test('is found in another case where no label has the given one', () => {
    expect([index.rowOf('QUEEN'), index.rowOf('paris'), index.rowOf('KING')]).toEqual([2, 6, 1]);
  });

  test('is not there', () => {
    expect(index.rowOf('prince')).toBeNull();
  });
});

describe('suggestions', () => {
  test('are the nearest in spelling, at equal distance the more frequent', async () => {
    expect(await index.suggest('womenn', 3)).toEqual(['women', 'woman']);
    expect(await index.suggest('kingg', 4)).toEqual(['king', 'King', 'kings']);
    expect(await index.suggest('PARIZ', 1)).toEqual(['Paris']);
  });

  test('are no words that have little in common', async () => {
    expect(await index.suggest('zebra', 5)).toEqual([]);
  });
});

test('an abort stops indexing and suggesting', async () => {
  await expect(LabelIndex.create(LABELS, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  await expect(index.suggest('x', 1, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
