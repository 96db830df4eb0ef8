import { expect, test } from 'vitest';
import { packLook } from '../../../src/engine/draw/vertex-look';

const flags = (word: number) => word >>> 24;
const plain = (size: number | undefined) => flags(packLook(0, size, false, false));

test('keeps the colour, whatever its fourth byte', () => {
  expect(packLook(0xff332211, 1, true, true) & 0xffffff).toBe(0x332211);
});

test('a size of 1 is a level of its own, and that of points without a size', () => {
  expect(plain(1)).toBe(6);
  expect(plain(Number.NaN)).toBe(6);
  expect(plain(undefined)).toBe(6);
});

test('sizes go from a half to three in 31 levels', () => {
  expect([0.5, 2, 3].map(plain)).toEqual([0, 18, 30]);
  expect([0.01, 99, -1].map(plain)).toEqual([0, 30, 0]);
});

test('hollow and dim are bits of their own', () => {
  expect(flags(packLook(0, 3, true, false))).toBe(30 + 32);
  expect(flags(packLook(0, 3, false, true))).toBe(30 + 64);
  expect(flags(packLook(0, 3, true, true))).toBe(30 + 96);
});
