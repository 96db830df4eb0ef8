import { expect, test } from 'vitest';
import { isolatedData } from '../../../src/engine/pick/isolated-data';

const labels = ['a', 'b', 'c', 'd'];
const ids = Uint32Array.of(1, 3);

test('isolated rows keep their vectors, labels, contexts and columns', async () => {
  const data = {
    vectors: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7), dimensions: 2, labels, contexts: ['in a', 'in b', 'in c', 'in d'],
    columns: { kind: ['x', 'y', null, 'z'], rank: Float32Array.of(0, 1, 2, 3) }, positions: new Float32Array(8),
  };
  expect(await isolatedData(data, ids)).toEqual({
    vectors: Float32Array.of(2, 3, 6, 7), dimensions: 2, labels: ['b', 'd'], contexts: ['in b', 'in d'],
    columns: { kind: ['y', 'z'], rank: Float32Array.of(1, 3) },
  });
});

test('isolated rows keep their places where there is nothing to lay out', async () => {
  expect(await isolatedData({ labels, positions: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7) }, ids)).toEqual({ labels: ['b', 'd'], positions: Float32Array.of(2, 3, 6, 7) });
});
