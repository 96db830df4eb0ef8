import { describe, expect, test } from 'vitest';
import { drawOrder } from '../../../src/engine/draw/draw-order';
import { FrameBudget } from '../../../src/engine/draw/frame-budget';
import { pointStyle } from '../../../src/engine/draw/point-style';

describe('a frame budget', () => {
  const frames = (budget: FrameBudget, gpuMs: number, count: number) => {
    for (let i = 0; i < count; i++) budget.frame(gpuMs, budget.points);
  };

  test('shrinks while frames are slow, down to what always fits', () => {
    const budget = new FrameBudget(1_000_000);
    frames(budget, 33, 1);
    expect(budget.points).toBeCloseTo((1_000_000 * 22) / 33, -1);
    frames(budget, 1000, 1);
    expect(budget.points).toBeCloseTo((1_000_000 * 11) / 33, -1);
    frames(budget, 100, 100);
    expect(budget.points).toBe(20_000);
  });

  test('grows while frames that use it up are fast', () => {
    const budget = new FrameBudget(100_000);
    frames(budget, 16, 30);
    expect(budget.points).toBeGreaterThan(2_000_000);
  });

  test('learns from what a slow frame drew, not from what it might have drawn', () => {
    const budget = new FrameBudget(1_000_000);
    budget.frame(44, 100_000);
    expect(budget.points).toBe(50_000);
  });

  test('does not grow by frames that draw less than it allows', () => {
    const budget = new FrameBudget(100_000);
    for (let i = 0; i < 30; i++) budget.frame(16, 5000);
    expect(budget.points).toBe(100_000);
  });
});

describe('the draw order', () => {
  test('is a permutation, the same every time', () => {
    const order = drawOrder(1000);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(drawOrder(1000)).toEqual(order);
  });

  test('has an even sample in every prefix', () => {
    const order = drawOrder(100_000);
    for (const length of [1000, 10_000]) {
      const lower = order.subarray(0, length).filter((id) => id < 50_000).length;
      // Four standard deviations of the binomial.
      expect(Math.abs(lower - length / 2)).toBeLessThan(2 * Math.sqrt(length));
    }
  });
});

describe('the point style', () => {
  test('stays within 2 and 4 CSS pixels and gets smaller and fainter with density', () => {
    const styles = [10, 1000, 10_000, 100_000, 3_000_000].map((count) => pointStyle(count, 600_000));
    expect(styles[0]).toEqual({ diameterPx: 4, opacity: 0.92 });
    for (let i = 1; i < styles.length; i++) {
      expect(styles[i].diameterPx).toBeLessThanOrEqual(styles[i - 1].diameterPx);
      expect(styles[i].opacity).toBeLessThanOrEqual(styles[i - 1].opacity);
    }
    expect(styles[4]).toEqual({ diameterPx: 2, opacity: 0.08 });
  });

  test('zooming in makes points larger and more solid', () => {
    const near = pointStyle(100_000, 6_000_000);
    const far = pointStyle(100_000, 600_000);
    expect(near.diameterPx).toBeGreaterThan(far.diameterPx);
    expect(near.opacity).toBeGreaterThan(far.opacity);
  });

  test('no points and no area have a style too', () => {
    expect(pointStyle(0, 0).diameterPx).toBe(4);
    expect(pointStyle(5, 0).diameterPx).toBeGreaterThanOrEqual(2);
  });
});
