import { describe, expect, test } from 'vitest';
import { drawOrder, maskedOrder, unmasked } from '../../../src/engine/draw/draw-order';

const sorted = (ids: Uint32Array) => [...ids].sort((a, b) => a - b);
const rows = (n: number) => Array.from({ length: n }, (_, id) => id);

describe.each([1, 2, 3, 10, 1000, 4096])('the order of %i points', (n) => {
  test('has every point once', () => {
    expect(sorted(drawOrder(n))).toEqual(rows(n));
  });

  test('can be had in parts', () => {
    const middle = n >> 1;
    expect([...drawOrder(n, 0, middle), ...drawOrder(n, middle)]).toEqual([...drawOrder(n)]);
  });

  test('with a mask has the others first, both in the order they had', () => {
    const mask = Uint8Array.from({ length: n }, (_, id) => Number(id % 3 === 1));
    const order = drawOrder(n);
    expect([...maskedOrder(n, mask)]).toEqual([...order.filter((id) => mask[id] === 0), ...order.filter((id) => mask[id] === 1)]);
  });
});

test('a leading part is an even sample of the rows', () => {
  const tenths = new Uint32Array(10);
  for (const id of drawOrder(10_000, 0, 1000)) tenths[Math.floor(id / 1000)]++;
  for (const count of tenths) expect(count).toBeGreaterThan(95);
});

test('rows beyond the mask are not masked, and a mask beyond the rows does not count', () => {
  expect(unmasked(4, Uint8Array.of(1, 0))).toBe(3);
  expect(unmasked(2, Uint8Array.of(1, 0, 1, 1))).toBe(1);
  expect(sorted(maskedOrder(4, Uint8Array.of(1, 0)).slice(0, 3))).toEqual([1, 2, 3]);
});
