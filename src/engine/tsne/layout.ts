import type { Device } from '../kernels';
import { exactNeighbors, searchVectors, type NeighborSearch, type SearchVectors } from '../neighbors';
import { nextTask, TaskSlicer } from '../next-task';
import { createRandom } from '../random';
import type { LayoutPhase, LayoutProgress, LayoutStatus, NeighborLists } from '../types';
import { symmetricAffinities, type Affinities } from './affinities';
import { GradientDescent } from './gradient-descent';
import { pcaInitialization } from './initialization';
import { layoutLevels } from './levels';
import { affinitiesFor, type LevelAffinities, type ResolvedTsneOptions } from './options';
import { PauseGate } from './pause-gate';
import { conditionalAffinities } from './perplexity';
import { placeByNeighbors } from './placement';
import { earlySteps, stepParameters } from './schedule';

/** A progress report with the positions it belongs to. */
export interface LayoutSnapshot extends LayoutProgress {
  /** Row-major [placed, 2], layout units; a copy. Rows beyond `placed` have no place yet. */
  positions: Float32Array;
}

/** Points below which there is nothing to optimise. */
const FEWEST_POINTS = 3;

/** Steps between two measurements of KL(P‖Q). */
const DIVERGENCE_EVERY = 50;

/** Rows calibrated at a time between two looks at the clock. */
const CALIBRATED_ROWS = 512;

/** Steps after which the repulsion grid looks at the layout again: often while it grows from nothing, then rarely. */
function followEvery(device: Device, iteration: number): number {
  if (iteration < 100) return 2;
  return device.backend === 'cpu' ? 4 : 10;
}

/** Finds neighbours for a layout; the default is exact search on the layout's own device. */
export type NeighborFinder = (device: Device, vectors: SearchVectors, search: NeighborSearch & { seed?: number }) => Promise<NeighborLists>;

/** What a layout runs on besides its data. */
export interface LayoutResources {
  device: Device;
  /** Why this device; for `status`. */
  reason: string;
  findNeighbors?: NeighborFinder;
  /** Work between two snapshots, milliseconds; default 30. */
  sliceMs?: number;
}

/** One of the sizes through which a layout grows. */
interface Level {
  /** Leading rows that stand when it ends. */
  points: number;
  /** Its place among the run's levels, from 1, and their number. */
  number: number;
  count: number;
}

/**
 * A t-SNE layout (van der Maaten & Hinton 2008) in the calling thread.
 *
 * Neighbours → affinities → start → gradient descent with early exaggeration and mesh-based repulsion. Few points
 * start from their principal components; many grow in levels, in rank order: the first rows are laid out alone, then
 * the next ones are placed among their neighbours and all are refined. `run()` yields between slices of work, so that
 * its thread stays responsive.
 */
export class TsneLayout {
  readonly #options: ResolvedTsneOptions;
  readonly #device: Device;
  readonly #reason: string;
  readonly #findNeighbors: NeighborFinder;
  readonly #sliceMs: number;
  readonly #abort = new AbortController();
  readonly #gate = new PauseGate();
  #vectors: Float32Array;
  #positions: Float32Array = new Float32Array(0);
  #descent: GradientDescent | null = null;
  #level: Level = { points: 0, number: 0, count: 0 };
  #figures = { neighbors: 0, edges: 0, recall: null as number | null };
  #disposed = false;

  /** @param vectors row-major [n, dimensions], finite; read only, and held until disposed. Owns the device. */
  constructor(vectors: Float32Array, options: ResolvedTsneOptions, { device, reason, findNeighbors = exactNeighbors, sliceMs = 30 }: LayoutResources) {
    this.#vectors = vectors;
    this.#options = options;
    this.#device = device;
    this.#reason = reason;
    this.#findNeighbors = findNeighbors;
    this.#sliceMs = sliceMs;
  }

  /** Rows in all, laid out or not. */
  get points(): number {
    return this.#vectors.length / this.#options.dimensions;
  }

  get status(): LayoutStatus {
    const { points } = this;
    const { affinities, perplexity } = affinitiesFor(this.#options, this.#level.points || points);
    const hostBytes = this.#vectors.byteLength + this.#positions.byteLength;
    return {
      backend: this.#device.backend,
      software: this.#device.software,
      reason: this.#reason,
      points,
      dimensions: this.#options.dimensions,
      affinities,
      perplexity,
      ...this.#figures,
      level: this.#level.number,
      levels: this.#level.count,
      levelPoints: this.#level.points,
      gridSize: this.#descent?.gridSize ?? 0,
      bytesPerPoint: Math.round((this.#device.memory.bytes + hostBytes) / Math.max(points, 1)),
    };
  }

  /** The newest positions that `run` has yielded, row-major [placed, 2]; empty before. */
  get positions(): Float32Array {
    return this.#positions;
  }

  /** Holds `run` before its next slice; the time spent waiting does not count as elapsed. */
  pause(): void {
    this.#gate.pause();
  }

  resume(): void {
    this.#gate.resume();
  }

  /** Appends rows, row-major [m, dimensions]; the layout that stands stays, and the next `run` places them into it. */
  extend(vectors: Float32Array): void {
    const all = new Float32Array(this.#vectors.length + vectors.length);
    all.set(this.#vectors);
    all.set(vectors, this.#vectors.length);
    this.#vectors = all;
  }

  /** Ends a running `run` with an `aborted` error and frees every buffer. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#gate.close();
    this.#abort.abort();
    this.#descent?.dispose();
    this.#device.dispose();
  }

  /**
   * Works until the last step, and yields where it stands about 30 times a second. The first snapshots show the
   * PCA start; between levels they show the layout so far.
   */
  async *run(): AsyncGenerator<LayoutSnapshot, void, void> {
    const start = performance.now() - this.#gate.heldMs;
    const { iterations, progressive } = this.#options;
    const laidOut = this.#positions.length / 2;
    const levels = layoutLevels(this.points, laidOut, progressive);
    let klDivergence: number | null = null;
    const report = (phase: LayoutPhase, step: number, phaseProgress: number): LayoutSnapshot => ({
      phase,
      iteration: Math.max(0, this.#level.number - 1) * iterations + step,
      iterations: levels.length * iterations,
      klDivergence,
      phaseProgress,
      placed: this.#positions.length / 2,
      elapsedMs: performance.now() - start - this.#gate.heldMs,
      positions: this.#positions.slice(),
    });

    if (this.points < FEWEST_POINTS) {
      const { points } = this;
      this.#positions = Float32Array.from({ length: 2 * points }, (_, i) => (points === 2 && i % 2 === 0 ? i - 1 : 0));
    } else {
      for (const [i, points] of levels.entries()) {
        this.#level = { points, number: i + 1, count: levels.length };
        for await (const [phase, step, share, kl] of this.#runLevel(points)) {
          klDivergence = kl;
          yield report(phase, step, share);
        }
      }
    }
    yield report('end', iterations, 1);
  }

  /** Lays out the first `points` rows; what stands already stays the start. */
  async *#runLevel(points: number): AsyncGenerator<[phase: LayoutPhase, step: number, share: number, kl: number | null], void, void> {
    const { dimensions, seed } = this.#options;
    const joining = this.#positions.length > 0;
    const vectors = this.#vectors.subarray(0, points * dimensions);
    const mode = affinitiesFor(this.#options, points);
    if (!joining) this.#positions = pcaInitialization(vectors, dimensions, seed);
    yield ['neighbors', 0, 0, null];
    await this.#gate.pass();

    let share = 0;
    const search = this.#search(vectors, mode, (done) => (share = done));
    search.catch(() => {});
    for (let done = false, told = 0; !done; ) {
      done = await Promise.race([search.then(() => true), nextTask().then(() => false)]);
      if (share !== told) yield ['neighbors', 0, (told = share), null];
      await this.#gate.pass();
    }
    const neighbors = await search;
    yield ['affinities', 0, 0, null];
    await this.#gate.pass();
    const affinities = await this.#affinities(neighbors, points, mode);
    this.#figures = { neighbors: neighbors.k, edges: affinities.columns.length, recall: neighbors.recall ?? null };
    await this.#gate.pass();
    if (joining) this.#positions = placeByNeighbors(affinities, this.#positions, createRandom(seed + points));
    const descent = new GradientDescent(this.#device, affinities, this.#positions);
    this.#descent = descent;
    yield* this.#descend(descent, points, joining);
    descent.dispose();
    this.#descent = null;
  }

  async *#descend(descent: GradientDescent, points: number, joining: boolean): AsyncGenerator<[phase: LayoutPhase, step: number, share: number, kl: number | null], void, void> {
    const { iterations } = this.#options;
    const early = earlySteps(this.#options, joining);
    const slicer = new TaskSlicer(this.#sliceMs);
    let klDivergence: number | null = null;
    for (let done = 0; done < iterations; ) {
      descent.step(stepParameters(this.#options, points, done, joining));
      done++;
      if (done % followEvery(this.#device, done) === 0) await descent.follow();
      if (done % DIVERGENCE_EVERY === 0 || done === iterations) klDivergence = await descent.readDivergence();
      if (!slicer.due || done === iterations) continue;
      this.#positions = await descent.readPositions();
      yield done < early ? ['early-exaggeration', done, done / early, klDivergence] : ['optimization', done, (done - early) / (iterations - early), klDivergence];
      await slicer.yield();
      await this.#gate.pass();
    }
    this.#positions = await descent.readPositions();
    yield ['optimization', iterations, 1, klDivergence];
  }

  #search(vectors: Float32Array, { neighbors: k }: LevelAffinities, onProgress: (share: number) => void): Promise<NeighborLists> {
    const { dimensions, metric, seed } = this.#options;
    return this.#findNeighbors(this.#device, searchVectors(vectors, dimensions, metric), { k, metric, seed, signal: this.#abort.signal, onProgress });
  }

  /** Calibrates in slices of rows, yielding in between. */
  async #affinities(neighbors: NeighborLists, points: number, { affinities, perplexity }: LevelAffinities): Promise<Affinities> {
    if (affinities === 'uniform') return symmetricAffinities(neighbors, points);
    const conditional = new Float32Array(points * neighbors.k);
    const slicer = new TaskSlicer(this.#sliceMs);
    for (let from = 0; from < points; from += CALIBRATED_ROWS) {
      const to = Math.min(points, from + CALIBRATED_ROWS);
      conditional.set(conditionalAffinities(neighbors, points, perplexity, from, to), from * neighbors.k);
      if (slicer.due) {
        await slicer.yield();
        await this.#gate.pass();
      }
    }
    return symmetricAffinities(neighbors, points, conditional);
  }
}
