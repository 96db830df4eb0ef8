import { FvError } from '../errors';
import type { AffinityMode, BackendPreference, Metric, TsneOptions } from '../types';

/** Above this many points `affinities: 'auto'` is uniform (Böhm, Berens, Kobak 2022). */
export const UNIFORM_ABOVE_POINTS = 50_000;

/** Neighbours per point of uniform affinities. */
export const UNIFORM_NEIGHBORS = 15;

/** Options with every default filled in, for a given number of points. */
export interface ResolvedTsneOptions {
  points: number;
  dimensions: number;
  perplexity: number;
  neighbors: number;
  affinities: AffinityMode;
  iterations: number;
  earlyIterations: number;
  earlyExaggeration: number;
  exaggeration: number;
  learningRate: number | 'auto';
  metric: Metric;
  seed: number;
  backend: BackendPreference;
}

function checked(name: string, value: number, ok: boolean, expected: string): number {
  if (typeof value === 'number' && ok) return value;
  throw new FvError({ code: 'invalid-option', expected: `${name} to be ${expected}`, received: String(value), fix: `set ${name} to ${expected}` });
}

function oneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw new FvError({ code: 'invalid-option', expected: `${name} to be one of ${allowed.join(', ')}`, received: String(value), fix: `choose one of them` });
}

/**
 * Fills in defaults and lowers what the number of points cannot carry: the perplexity to (n − 1) / 3, so that
 * 3 · perplexity neighbours exist, and k to n − 1.
 * @throws FvError `invalid-option` for a value out of range.
 */
export function resolveTsneOptions(points: number, options: TsneOptions): ResolvedTsneOptions {
  const iterations = options.iterations ?? 750;
  checked('iterations', iterations, Number.isInteger(iterations) && iterations >= 0, 'a whole number of steps, 0 or more');
  const wanted = options.perplexity ?? 30;
  checked('perplexity', wanted, wanted >= 1 && Number.isFinite(wanted), 'a number, 1 or more');
  const perplexity = Math.max(1, Math.min(wanted, (points - 1) / 3));
  const mode = oneOf('affinities', options.affinities ?? 'auto', ['auto', 'perplexity', 'uniform']);
  const affinities = mode === 'auto' ? (points > UNIFORM_ABOVE_POINTS ? 'uniform' : 'perplexity') : mode;
  const neighbors = affinities === 'uniform' ? UNIFORM_NEIGHBORS : Math.ceil(3 * perplexity);
  const earlyIterations = options.earlyIterations ?? Math.min(250, Math.floor(iterations / 3));
  const earlyExaggeration = options.earlyExaggeration ?? 12;
  const exaggeration = options.exaggeration ?? 1;
  const learningRate = options.learningRate ?? 'auto';
  if (learningRate !== 'auto') checked('learningRate', learningRate, learningRate > 0 && Number.isFinite(learningRate), "'auto' or a positive number");
  return {
    points,
    dimensions: options.dimensions,
    perplexity,
    neighbors: Math.max(0, Math.min(neighbors, points - 1)),
    affinities,
    iterations,
    earlyIterations: checked('earlyIterations', earlyIterations, Number.isInteger(earlyIterations) && earlyIterations >= 0, 'a whole number, 0 or more'),
    earlyExaggeration: checked('earlyExaggeration', earlyExaggeration, earlyExaggeration > 0 && Number.isFinite(earlyExaggeration), 'a positive number'),
    exaggeration: checked('exaggeration', exaggeration, exaggeration > 0 && Number.isFinite(exaggeration), 'a positive number'),
    learningRate,
    metric: oneOf('metric', options.metric ?? 'cosine', ['cosine', 'euclidean']),
    seed: checked('seed', options.seed ?? 0, Number.isInteger(options.seed ?? 0), 'an integer'),
    backend: oneOf('backend', options.backend ?? 'auto', ['auto', 'webgpu', 'webgl', 'cpu']),
  };
}
