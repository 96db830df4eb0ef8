import { describe, expect, it } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { resolveTsneOptions } from '../../../src/engine/tsne';
import { affinitiesFor } from '../../../src/engine/tsne/options';
import type { TsneOptions } from '../../../src/engine/types';

const resolve = (options: Partial<TsneOptions> = {}) => resolveTsneOptions({ dimensions: 10, ...options });
const affinitiesOf = (points: number, options: Partial<TsneOptions> = {}) => affinitiesFor(resolve(options), points);

describe('options of a layout', () => {
  it('have these defaults', () => {
    expect(resolve()).toEqual({
      dimensions: 10, perplexity: 30, affinities: 'auto', iterations: 750, earlyIterations: 250, earlyExaggeration: 12, exaggeration: 1,
      learningRate: 'auto', progressive: true, metric: 'cosine', initial: null, seed: 0, backend: 'auto',
    });
  });

  it('leave out early exaggeration where the points have a start, unless told otherwise', () => {
    const initial = new Float32Array(2);
    expect(resolve({ initial }).earlyIterations).toBe(0);
    expect(resolve({ initial, earlyIterations: 50 }).earlyIterations).toBe(50);
    // Other points join the one that has a start.
    expect(resolveTsneOptions({ dimensions: 10, initial }, 2).earlyIterations).toBe(250);
  });

  it.each([[0, 1, 0], [1, 1, 0], [2, 1, 1], [3, 1, 2], [4, 1, 3], [10, 3, 9], [31, 10, 30], [90, 89 / 3, 89], [91, 30, 90], [92, 30, 90]])(
    'lower the perplexity to (n − 1) / 3 and never ask for more neighbours than there are: %i points', (points, perplexity, neighbors) => {
      expect(affinitiesOf(points)).toMatchObject({ perplexity, neighbors });
    },
  );

  it('keep a perplexity that is not whole, and look for enough neighbours', () => {
    expect(affinitiesOf(1000, { perplexity: 10.5 })).toMatchObject({ perplexity: 10.5, neighbors: 32 });
  });

  it('lower neighbours and perplexity where the edges would exceed the largest buffer', () => {
    const mib128 = 2 ** 27;
    expect(affinitiesFor(resolve({ affinities: 'perplexity' }), 341_479, mib128)).toMatchObject({ neighbors: 49, perplexity: 49 / 3 });
    expect(affinitiesFor(resolve(), 1_000_000, mib128)).toMatchObject({ neighbors: 15 });
    expect(affinitiesFor(resolve(), 2_000_000, mib128)).toMatchObject({ neighbors: 8 });
    expect(affinitiesFor(resolve(), 10_000, mib128)).toMatchObject({ neighbors: 90, perplexity: 30 });
  });

  it('take uniform affinities for large data, and where they are asked for', () => {
    expect(affinitiesOf(20_000)).toMatchObject({ affinities: 'perplexity', neighbors: 90 });
    expect(affinitiesOf(20_001)).toMatchObject({ affinities: 'uniform', neighbors: 15 });
    expect(affinitiesOf(20_001, { affinities: 'perplexity' })).toMatchObject({ affinities: 'perplexity', neighbors: 90 });
    expect(affinitiesOf(1000, { affinities: 'uniform' })).toMatchObject({ affinities: 'uniform', neighbors: 15 });
    expect(affinitiesOf(5, { affinities: 'uniform' }).neighbors).toBe(4);
  });

  const BAD: [keyof TsneOptions, unknown[]][] = [
    ['iterations', [-1, 1.5, Number.NaN, Infinity, '750']],
    ['perplexity', [0, 0.5, -3, Number.NaN, Infinity, '30']],
    ['earlyIterations', [-1, 0.5, Number.NaN]],
    ['earlyExaggeration', [0, -12, Number.NaN, Infinity]],
    ['exaggeration', [0, -1, Number.NaN, Infinity]],
    ['learningRate', [0, -200, Number.NaN, Infinity, 'fast']],
    ['metric', ['manhattan', '']],
    ['seed', [0.5, Number.NaN, '1']],
    ['backend', ['cuda', 'wasm']],
    ['affinities', ['gaussian']],
  ];
  it.each(BAD.flatMap(([name, values]) => values.map((value) => [name, value] as const)))('refuse %s = %o with expected, received and fix', (name, value) => {
    let thrown: unknown;
    try {
      resolve({ [name]: value });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FvError);
    const { code, expected, received, fix } = thrown as FvError;
    expect({ code, received }).toEqual({ code: 'invalid-option', received: String(value) });
    expect(expected).toContain(name);
    expect(fix.length).toBeGreaterThan(5);
  });
});
