import { abortedError } from '../errors';
import type { Device } from '../kernels';
import { exactNeighbors, searchVectors, type NeighborSearch, type SearchVectors } from '../neighbors';
import { nextTask, TaskSlicer } from '../next-task';
import type { LayoutPhase, LayoutProgress, LayoutStatus, NeighborLists } from '../types';
import { symmetricAffinities } from './affinities';
import { GradientDescent } from './gradient-descent';
import { pcaInitialization } from './initialization';
import type { ResolvedTsneOptions } from './options';
import { conditionalAffinities } from './perplexity';
import { stepParameters } from './schedule';

/** A progress report with the positions it belongs to. */
export interface LayoutSnapshot extends LayoutProgress {
  /** Row-major [n, 2], layout units; a copy. */
  positions: Float32Array;
}

/** Points below which there is nothing to optimise. */
const FEWEST_POINTS = 3;

/** Steps between two measurements of KL(P‖Q). */
const DIVERGENCE_EVERY = 50;

/** Steps after which the repulsion grid looks at the layout again: often while it grows from nothing, then rarely. */
function followEvery(device: Device, iteration: number): number {
  if (iteration < 100) return 2;
  return device.backend === 'cpu' ? 4 : 10;
}

/** Finds neighbours for a layout; the default is exact search on the layout's own device. */
export type NeighborFinder = (device: Device, vectors: SearchVectors, search: NeighborSearch) => Promise<NeighborLists>;

/** What a layout runs on besides its data. */
export interface LayoutResources {
  device: Device;
  /** Why this device; for `status`. */
  reason: string;
  findNeighbors?: NeighborFinder;
  /** Work between two snapshots, milliseconds; default 30. */
  sliceMs?: number;
}

/**
 * A t-SNE layout (van der Maaten & Hinton 2008) in the calling thread.
 *
 * Exact or approximate neighbours → perplexity-calibrated affinities → PCA start → gradient descent with early
 * exaggeration and mesh-based repulsion. `run()` yields between slices of work, so that its thread stays responsive.
 */
export class TsneLayout {
  readonly #vectors: Float32Array;
  readonly #options: ResolvedTsneOptions;
  readonly #device: Device;
  readonly #reason: string;
  readonly #findNeighbors: NeighborFinder;
  readonly #sliceMs: number;
  readonly #abort = new AbortController();
  #positions: Float32Array = new Float32Array(0);
  #descent: GradientDescent | null = null;
  #edges = 0;
  #paused: { promise: Promise<void>; resolve: () => void } | null = null;
  #pausedMs = 0;
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

  get status(): LayoutStatus {
    const { points, dimensions, neighbors, affinities, perplexity } = this.#options;
    const hostBytes = this.#vectors.byteLength + this.#positions.byteLength;
    return {
      backend: this.#device.backend,
      software: this.#device.software,
      reason: this.#reason,
      points,
      dimensions,
      neighbors,
      affinities,
      perplexity,
      edges: this.#edges,
      gridSize: this.#descent?.gridSize ?? 0,
      bytesPerPoint: Math.round((this.#device.memory.bytes + hostBytes) / Math.max(points, 1)),
    };
  }

  /** The newest positions that `run` has yielded, row-major [n, 2]; empty before. */
  get positions(): Float32Array {
    return this.#positions;
  }

  /** Holds `run` before its next slice; the time spent waiting does not count as elapsed. */
  pause(): void {
    if (this.#paused !== null || this.#disposed) return;
    let resolve = () => {};
    const promise = new Promise<void>((r) => (resolve = r));
    const since = performance.now();
    this.#paused = {
      promise,
      resolve: () => {
        this.#pausedMs += performance.now() - since;
        resolve();
      },
    };
  }

  resume(): void {
    this.#paused?.resolve();
    this.#paused = null;
  }

  /** Ends a running `run` with an `aborted` error and frees every buffer. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.resume();
    this.#abort.abort();
    this.#descent?.dispose();
    this.#device.dispose();
  }

  /**
   * Works until the last step, and yields where it stands about 30 times a second. The first snapshots show the
   * PCA start.
   */
  async *run(): AsyncGenerator<LayoutSnapshot, void, void> {
    const { points, iterations, earlyIterations } = this.#options;
    const start = performance.now();
    this.#pausedMs = 0;
    let klDivergence: number | null = null;
    const snapshot = (phase: LayoutPhase, iteration: number, phaseProgress: number): LayoutSnapshot => ({
      phase,
      iteration,
      iterations,
      klDivergence,
      phaseProgress,
      elapsedMs: performance.now() - start - this.#pausedMs,
      positions: this.#positions.slice(),
    });

    if (points < FEWEST_POINTS) {
      this.#positions = Float32Array.from({ length: 2 * points }, (_, i) => (points === 2 && i % 2 === 0 ? i - 1 : 0));
      yield snapshot('end', iterations, 1);
      return;
    }

    this.#positions = pcaInitialization(this.#vectors, this.#options.dimensions, this.#options.seed);
    yield snapshot('neighbors', 0, 0);
    await this.#gate();

    const shares: number[] = [];
    const search = this.#neighbors((share) => shares.push(share));
    for (let done = false; !done; ) {
      done = await Promise.race([search.then(() => true), nextTask().then(() => false)]);
      const share = shares.pop();
      shares.length = 0;
      if (share !== undefined) yield snapshot('neighbors', 0, share);
      await this.#gate();
    }
    yield snapshot('affinities', 0, 0);
    await this.#gate();
    const affinities = await this.#affinities(await search);
    this.#edges = affinities.columns.length;
    await this.#gate();
    const descent = new GradientDescent(this.#device, affinities, this.#positions);
    this.#descent = descent;

    const slicer = new TaskSlicer(this.#sliceMs);
    for (let iteration = 0; iteration < iterations; ) {
      descent.step(stepParameters(this.#options, iteration));
      iteration++;
      const last = iteration === iterations;
      if (iteration % followEvery(this.#device, iteration) === 0) await descent.follow();
      if (iteration % DIVERGENCE_EVERY === 0 || last) klDivergence = await descent.readDivergence();
      if (slicer.due && !last) {
        this.#positions = await descent.readPositions();
        const early = iteration < earlyIterations;
        const share = early ? iteration / earlyIterations : (iteration - earlyIterations) / (iterations - earlyIterations);
        yield snapshot(early ? 'early-exaggeration' : 'optimization', iteration, share);
        await slicer.yield();
        await this.#gate();
      }
    }
    this.#positions = await descent.readPositions();
    yield snapshot('end', iterations, 1);
  }

  /** Passes unless paused; ends the run where it was aborted or disposed. */
  async #gate(): Promise<void> {
    while (this.#paused !== null) await this.#paused.promise;
    if (this.#disposed) throw abortedError();
  }

  #neighbors(onProgress: (share: number) => void): Promise<NeighborLists> {
    const { dimensions, metric, neighbors: k } = this.#options;
    return this.#findNeighbors(this.#device, searchVectors(this.#vectors, dimensions, metric), { k, metric, signal: this.#abort.signal, onProgress });
  }

  /** Calibrates in slices of rows, yielding in between. */
  async #affinities(neighbors: NeighborLists) {
    const { points, perplexity, affinities } = this.#options;
    if (affinities === 'uniform') return symmetricAffinities(neighbors, points);
    const conditional = new Float32Array(points * neighbors.k);
    const rows = 512;
    const slicer = new TaskSlicer(this.#sliceMs);
    for (let from = 0; from < points; from += rows) {
      const to = Math.min(points, from + rows);
      conditional.set(conditionalAffinities(neighbors, points, perplexity, from, to), from * neighbors.k);
      if (slicer.due) {
        await slicer.yield();
        await this.#gate();
      }
    }
    return symmetricAffinities(neighbors, points, conditional);
  }
}
