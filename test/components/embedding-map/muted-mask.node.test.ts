import { beforeEach, describe, expect, test } from 'vitest';
import { MutedMask } from '../../../src/components/embedding-map/muted-mask';

let applied: (number[] | null)[];
let arrays: (Uint8Array | null)[];
let mask: MutedMask;

beforeEach(() => {
  applied = [];
  arrays = [];
  mask = new MutedMask((joined) => {
    applied.push(joined && [...joined]);
    arrays.push(joined);
  });
});

describe('masks of several sources', () => {
  test('mute what any of them mutes', () => {
    mask.set('legend', Uint8Array.of(1, 0, 0, 0));
    mask.set('search', Uint8Array.of(0, 0, 1, 0));
    mask.set('legend', Uint8Array.of(0, 0, 0, 1));
    mask.set('search', null);
    mask.set('legend', null);
    expect(applied).toEqual([[1, 0, 0, 0], [1, 0, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1], null]);
  });

  test('leave rows after their end alone', () => {
    mask.set('legend', Uint8Array.of(1, 1));
    mask.set('filter', Uint8Array.of(0, 1, 0, 1));
    expect(applied[1]).toEqual([1, 1, 0, 1]);
  });

  test('are joined in one array as long as the number of points stays', () => {
    mask.set('legend', Uint8Array.of(1, 0));
    mask.set('search', Uint8Array.of(0, 1));
    expect(arrays[1]).toBe(arrays[0]);
  });

  test('do not change those they are made of', () => {
    const legend = Uint8Array.of(1, 0);
    mask.set('legend', legend);
    mask.set('search', Uint8Array.of(0, 1));
    expect([...legend]).toEqual([1, 0]);
  });
});

test('taking away what is not there tells nothing', () => {
  mask.set('search', null);
  mask.clear();
  expect(applied).toEqual([]);
  mask.set('legend', Uint8Array.of(1));
  mask.clear();
  expect(applied).toEqual([[1], null]);
});
