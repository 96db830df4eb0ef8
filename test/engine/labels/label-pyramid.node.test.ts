import { describe, expect, test } from 'vitest';
import { LabelPyramid } from '../../../src/engine/labels';
import { evenly } from './cloud';

const SIDE = 100;
const everything = { minX: -SIDE, maxX: SIDE, minY: -SIDE, maxY: SIDE };
const positions = evenly(20_000, 1, SIDE);

describe('a pyramid of labels', () => {
  test('shows few points on coarse levels and all on the last, each level those of the one before', async () => {
    const pyramid = await LabelPyramid.build(positions);
    let before = new Set<number>();
    for (let level = 0; level <= 23; level++) {
      const ids = new Set(pyramid.query(everything, level));
      expect([...before].every((id) => ids.has(id))).toBe(true);
      expect(ids.size).toBeLessThanOrEqual(level === 23 ? 20_000 : Math.max(1, Math.round(Math.SQRT2 ** level)) ** 2);
      before = ids;
    }
    expect(before.size).toBe(20_000);
  });

  test('begins with the most important point, and fills sparse levels with important ones', async () => {
    const pyramid = await LabelPyramid.build(positions);
    expect(pyramid.query(everything, 0)).toEqual([0]);
    expect(Math.max(...pyramid.query(everything, 6))).toBeLessThan(40 * 8 ** 2);
  });

  test('finds what lies in a box, as a look at every point does', async () => {
    const pyramid = await LabelPyramid.build(positions);
    const box = { minX: 3, maxX: 17, minY: -40, maxY: -31 };
    const inside = (id: number) => positions[2 * id] >= box.minX && positions[2 * id] <= box.maxX && positions[2 * id + 1] >= box.minY && positions[2 * id + 1] <= box.maxY;
    for (const level of [8, 12, 16, 23]) {
      const all = pyramid.query(everything, level).filter(inside);
      const some = pyramid.query(box, level);
      expect(some.filter(inside).sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
      // Only the cells at the border of the box hold others.
      expect(some.length).toBeLessThan(all.length + 80 + all.length / 2);
    }
  });

  test('follows an order other than that of the rows', async () => {
    const order = Uint32Array.from({ length: 20_000 }, (_, i) => 19_999 - i);
    const pyramid = await LabelPyramid.build(positions, { order });
    expect(pyramid.query(everything, 0)).toEqual([19_999]);
    expect(pyramid.levelOf(19_999)).toBe(0);
  });

  test('leaves out muted points and those that the order does not name', async () => {
    const muted = new Uint8Array(20_000);
    muted[0] = 1;
    const order = Uint32Array.of(0, 5, 7);
    const pyramid = await LabelPyramid.build(positions, { order, muted });
    expect(pyramid.query(everything, 23).sort((a, b) => a - b)).toEqual([5, 7]);
  });

  test('gives points in one place to the last level, after the first of them', async () => {
    const pyramid = await LabelPyramid.build(new Float32Array(20).fill(3));
    expect(pyramid.query(everything, 22)).toEqual([0]);
    expect(pyramid.query(everything, 23)).toHaveLength(10);
    expect(pyramid.query(everything, 23, 4)).toHaveLength(4);
  });

  test('of no points is empty', async () => {
    const pyramid = await LabelPyramid.build(new Float32Array(0));
    expect(pyramid.query(everything, 23)).toEqual([]);
  });

  test('has a finer level for a closer zoom: two steps for twice the scale', async () => {
    const pyramid = await LabelPyramid.build(positions);
    expect(pyramid.levelAt(16, 80) - pyramid.levelAt(8, 80)).toBeCloseTo(2);
    expect(pyramid.levelAt(8, 40) - pyramid.levelAt(8, 80)).toBeCloseTo(2);
    expect(pyramid.levelAt(1e-6, 80)).toBe(0);
    expect(pyramid.levelAt(1e9, 80)).toBe(23);
  });
});
