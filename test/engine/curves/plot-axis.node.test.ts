import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlotAxis } from '../../../src/engine/curves';

const span = fc.tuple(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.double({ min: 1.01, max: 1e6, noNaN: true })).map(([from, factor]) => [from, from * factor] as const);
const kinds = fc.constantFrom('linear' as const, 'log' as const, 'time' as const);

describe('an axis', () => {
  test('gives back the value of every share', () => {
    fc.assert(fc.property(kinds, span, fc.double({ min: 0, max: 1, noNaN: true }), (kind, [from, to], share) => {
      const axis = new PlotAxis(kind, from, to);
      expect(axis.share(axis.at(share))).toBeCloseTo(share, 6);
    }), { seed: 1 });
  });

  test('holds the value at the place of a zoom', () => {
    fc.assert(fc.property(kinds, span, fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 0.2, max: 5, noNaN: true }), (kind, ends, share, factor) => {
      const axis = new PlotAxis(kind, ...ends);
      const zoomed = axis.zoomed(share, factor);
      if (zoomed !== axis) expect(zoomed.share(axis.at(share))).toBeCloseTo(share, 5);
    }), { seed: 2 });
  });

  test('moves back into the whole, no further than that', () => {
    const whole = new PlotAxis('linear', 0, 100);
    const ends = ({ from, to }: PlotAxis) => [from, to];
    expect(ends(new PlotAxis('linear', -10, 40).within(whole))).toEqual([0, 50]);
    expect(ends(new PlotAxis('linear', 80, 110).within(whole))).toEqual([70, 100]);
    expect(ends(new PlotAxis('linear', 20, 30).within(whole))).toEqual([20, 30]);
    expect(new PlotAxis('linear', -5, 300).within(whole)).toBe(whole);
  });

  test('zooms no deeper than numbers have digits', () => {
    let axis = new PlotAxis('linear', 1e6, 1e6 + 1);
    for (let i = 0; i < 200; i++) axis = axis.zoomed(0.5, 2);
    expect(axis.to).toBeGreaterThan(axis.from);
  });

  test.each([['linear', 3], ['linear', 0], ['log', 3], ['log', 0]] as const)('%s: a single value %d has room around it', (kind, value) => {
    const axis = PlotAxis.around(kind, value, value);
    expect(axis.to).toBeGreaterThan(axis.from);
    expect(Number.isFinite(axis.at(0.5))).toBe(true);
  });
});

describe('ticks', () => {
  test('are round and within the ends', () => {
    expect(new PlotAxis('linear', 0.3, 9.8).ticks(5)).toEqual([2, 4, 6, 8]);
    expect(new PlotAxis('log', 1e-5, 1).ticks(6)).toEqual([1e-5, 1e-4, 1e-3, 0.01, 0.1, 1]);
    expect(new PlotAxis('log', 1, 100).ticks(9)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(new PlotAxis('log', 2, 8).ticks(4)).toEqual([2, 4, 6, 8]);
  });

  test('of many decades leave some out, evenly', () => {
    expect(new PlotAxis('log', 1e-12, 1).ticks(4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
  });

  test('of time stand at whole minutes and hours', () => {
    const minute = 60_000;
    expect(new PlotAxis('time', 10 * minute, 130 * minute).ticks(4)).toEqual([30 * minute, 60 * minute, 90 * minute, 120 * minute]);
  });
});
