import { expect, test } from 'vitest';
import { ShortSorter } from '../../../src/engine/activation/sort-values';
import { createRandom } from '../../../src/engine/random';

test('short lists are sorted in place, of both signs and all magnitudes, one after the other', () => {
  const random = createRandom(2);
  const sorter = new ShortSorter(3000);
  for (const n of [0, 1, 2, 777, 3000]) {
    const values = Float32Array.from({ length: n }, () => (random() - 0.5) * 10 ** Math.floor(random() * 60 - 30));
    const wanted = values.slice().sort();
    sorter.sort(values);
    expect(Array.from(values)).toEqual(Array.from(wanted));
  }
});

test('only the part it is given', () => {
  const values = Float32Array.of(9, 3, 1, 2, 0);
  new ShortSorter(3).sort(values.subarray(1, 4));
  expect(Array.from(values)).toEqual([9, 1, 2, 3, 0]);
});
