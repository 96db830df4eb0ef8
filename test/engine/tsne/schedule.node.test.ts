import { describe, expect, it } from 'vitest';
import { resolveTsneOptions } from '../../../src/engine/tsne';
import { stepParameters } from '../../../src/engine/tsne/schedule';
import type { TsneOptions } from '../../../src/engine/types';

const resolve = (options: Partial<TsneOptions> = {}) => resolveTsneOptions({ dimensions: 10, ...options });

describe('the schedule', () => {
  it('exaggerates for 250 of 750 steps with momentum 0.5, then goes on at 1 with momentum 0.8', () => {
    const options = resolve();
    for (const iteration of [0, 1, 249]) expect(stepParameters(options, 12_000, iteration)).toEqual({ exaggeration: 12, momentum: 0.5, learningRate: 1000 });
    for (const iteration of [250, 251, 749]) expect(stepParameters(options, 12_000, iteration)).toEqual({ exaggeration: 1, momentum: 0.8, learningRate: 3000 });
  });

  it('exaggerates for a third of a shorter run', () => {
    expect(resolve({ iterations: 90 }).earlyIterations).toBe(30);
    expect(resolve({ iterations: 2 }).earlyIterations).toBe(0);
    expect(resolve({ iterations: 3000 }).earlyIterations).toBe(250);
  });

  it('learns at n / early exaggeration, at least 50 (Belkina et al. 2019), and three times as fast afterwards', () => {
    const rate = (points: number, options?: Partial<TsneOptions>) => stepParameters(resolve(options), points, 0).learningRate;
    expect(rate(24_000)).toBe(2000);
    expect(rate(300)).toBe(50);
    expect(rate(24_000, { earlyExaggeration: 4 })).toBe(6000);
    expect(rate(24_000, { earlyExaggeration: 0.5 })).toBe(48_000);
    expect(stepParameters(resolve(), 24_000, 700).learningRate).toBe(6000);
    expect(stepParameters(resolve({ exaggeration: 4 }), 24_000, 700).learningRate).toBe(1500);
    expect(rate(24_000, { learningRate: 77 })).toBe(77);
  });

  it('joins points to a layout that stands with at most 100 steps of early exaggeration, at momentum 0.8', () => {
    const options = resolve();
    for (const iteration of [0, 99]) expect(stepParameters(options, 12_000, iteration, true)).toEqual({ exaggeration: 12, momentum: 0.8, learningRate: 1000 });
    for (const iteration of [100, 749]) expect(stepParameters(options, 12_000, iteration, true)).toEqual({ exaggeration: 1, momentum: 0.8, learningRate: 12_000 });
    expect(stepParameters(resolve({ iterations: 30 }), 12_000, 10, true).exaggeration).toBe(1);
  });

  it('takes exaggerations as they are given', () => {
    const options = resolve({ iterations: 10, earlyIterations: 4, earlyExaggeration: 3, exaggeration: 1.5 });
    expect([0, 3, 4, 9].map((iteration) => stepParameters(options, 100, iteration).exaggeration)).toEqual([3, 3, 1.5, 1.5]);
  });
});
