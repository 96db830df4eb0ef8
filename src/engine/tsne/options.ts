import { FvError } from '../errors';
import type { AffinityMode, BackendPreference, Metric, TsneOptions } from '../types';
import { ONE_LEVEL_POINTS } from './levels';

/**
 * Above this many points `affinities: 'auto'` is uniform: 15 neighbours keep as much of the neighbourhood as a
 * perplexity of 30 (Böhm, Berens, Kobak 2022), and a sixth of the edges is left to read at every step.
 */
const UNIFORM_ABOVE_POINTS = ONE_LEVEL_POINTS;

/** Neighbours per point of uniform affinities. */
const UNIFORM_NEIGHBORS = 15;

/** Options with every default filled in. */
export interface ResolvedTsneOptions {
  dimensions: number;
  /** As asked for; what a number of points can carry: {@link affinitiesFor}. */
  perplexity: number;
  affinities: AffinityMode | 'auto';
  /** Steps of each level. */
  iterations: number;
  earlyIterations: number;
  earlyExaggeration: number;
  exaggeration: number;
  learningRate: number | 'auto';
  /** Whether many points grow in levels. */
  progressive: boolean;
  metric: Metric;
  /** Where the leading points start, row-major [≤ n, 2]; null: principal components. */
  initial: Float32Array | null;
  seed: number;
  backend: BackendPreference;
}

/** How neighbour lists of a number of points become affinities. */
export interface LevelAffinities {
  affinities: AffinityMode;
  /** Neighbours per point. */
  neighbors: number;
  perplexity: number;
}

/** Bytes of an entry of P in the largest of its buffers, and entries that a listed neighbour makes at most. */
const EDGE_BYTES = 4;
const EDGES_PER_NEIGHBOR = 2;

/**
 * What so many points carry: a perplexity up to (n − 1) / 3, so that 3 · perplexity neighbours exist, and at most
 * n − 1 neighbours; less of both where the edges would exceed the largest buffer of the device.
 */
export function affinitiesFor(options: Pick<ResolvedTsneOptions, 'affinities' | 'perplexity'>, points: number, bufferBytes = Infinity): LevelAffinities {
  const most = Math.max(1, Math.min(points - 1, Math.floor(bufferBytes / (EDGE_BYTES * EDGES_PER_NEIGHBOR * points))));
  const perplexity = Math.max(1, Math.min(options.perplexity, most / 3));
  const affinities = options.affinities === 'auto' ? (points > UNIFORM_ABOVE_POINTS ? 'uniform' : 'perplexity') : options.affinities;
  const neighbors = affinities === 'uniform' ? UNIFORM_NEIGHBORS : Math.ceil(3 * perplexity);
  return { affinities, perplexity, neighbors: Math.max(0, Math.min(neighbors, most, points - 1)) };
}

function checked(name: string, value: number, ok: boolean, expected: string): number {
  if (typeof value === 'number' && ok) return value;
  throw new FvError({ code: 'invalid-option', expected: `${name} to be ${expected}`, received: String(value), fix: `set ${name} to ${expected}` });
}

function oneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw new FvError({ code: 'invalid-option', expected: `${name} to be one of ${allowed.join(', ')}`, received: value, fix: 'choose one of them' });
}

/**
 * Fills in defaults.
 * @param rows of the layout, to tell a start of all of them from one that others join.
 * @throws FvError `invalid-option` for a value out of range.
 */
export function resolveTsneOptions(options: TsneOptions, rows = 0): ResolvedTsneOptions {
  const iterations = options.iterations ?? 750;
  checked('iterations', iterations, Number.isInteger(iterations) && iterations >= 0, 'a whole number of steps, 0 or more');
  const perplexity = options.perplexity ?? 30;
  const initial = options.initial ?? null;
  // A start that has its shape already would lose it.
  const earlyIterations = options.earlyIterations ?? (initial && initial.length >= 2 * rows ? 0 : Math.min(250, Math.floor(iterations / 3)));
  const earlyExaggeration = options.earlyExaggeration ?? 12;
  const exaggeration = options.exaggeration ?? 1;
  const learningRate = options.learningRate ?? 'auto';
  if (learningRate !== 'auto') checked('learningRate', learningRate, learningRate > 0 && Number.isFinite(learningRate), "'auto' or a positive number");
  return {
    dimensions: options.dimensions,
    perplexity: checked('perplexity', perplexity, perplexity >= 1 && Number.isFinite(perplexity), 'a number, 1 or more'),
    affinities: oneOf('affinities', options.affinities ?? 'auto', ['auto', 'perplexity', 'uniform']),
    iterations,
    earlyIterations: checked('earlyIterations', earlyIterations, Number.isInteger(earlyIterations) && earlyIterations >= 0, 'a whole number, 0 or more'),
    earlyExaggeration: checked('earlyExaggeration', earlyExaggeration, earlyExaggeration > 0 && Number.isFinite(earlyExaggeration), 'a positive number'),
    exaggeration: checked('exaggeration', exaggeration, exaggeration > 0 && Number.isFinite(exaggeration), 'a positive number'),
    learningRate,
    progressive: options.progressive ?? true,
    metric: oneOf('metric', options.metric ?? 'cosine', ['cosine', 'euclidean']),
    initial,
    seed: checked('seed', options.seed ?? 0, Number.isInteger(options.seed ?? 0), 'an integer'),
    backend: oneOf('backend', options.backend ?? 'auto', ['auto', 'webgpu', 'webgl', 'cpu']),
  };
}

/**
 * Checks the start of a layout of so many values.
 * @throws FvError `invalid-data` where it is not two finite coordinates a row, of the leading rows or all.
 */
export function checkInitial({ initial, dimensions }: Pick<ResolvedTsneOptions, 'initial' | 'dimensions'>, values: number): void {
  if (initial === null) return;
  const coordinates = (2 * values) / dimensions;
  if (initial.length > coordinates || initial.length % 2 !== 0) {
    throw new FvError({ code: 'invalid-data', expected: `at most ${coordinates} coordinates in initial, two a row`, received: String(initial.length), fix: 'pass row-major [n, 2] positions of all rows, or of the leading ones' });
  }
  const at = initial.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new FvError({ code: 'invalid-data', expected: 'finite coordinates in initial', received: `${initial[at]} in row ${at >> 1}`, fix: 'leave out initial where a row has no place yet' });
}
