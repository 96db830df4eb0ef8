import { expect, test } from 'vitest';
import { labelCodes } from '../../src/engine/label-codes';
import { vectorNorms } from '../../src/engine/vector-norms';

test('labels are numbered in order of their first rows; what is missing has none', async () => {
  const { codes, names } = await labelCodes(['b', null, 'a', '', 'b', 2]);
  expect([...codes]).toEqual([0, -1, 1, -1, 0, 2]);
  expect(names).toEqual(['b', 'a', '2']);
  expect([...(await labelCodes(Float32Array.of(1, NaN, 1, Infinity))).codes]).toEqual([0, -1, 0, -1]);
});

test('norms of rows', async () => {
  expect([...(await vectorNorms(Float32Array.of(3, 4, 0, 0, -1, 0), 2))]).toEqual([5, 0, 1]);
  const abort = AbortSignal.abort();
  await expect(vectorNorms(Float32Array.of(3, 4), 2, abort)).rejects.toBeDefined();
});
