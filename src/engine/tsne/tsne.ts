import { abortedError } from '../errors';
import { createDevice, type Device } from '../kernels';
import { validateVectors } from '../map-data';
import { exactNeighbors, searchVectors } from '../neighbors';
import { nextTask, TaskSlicer } from '../next-task';
import type { LayoutPhase, LayoutProgress, LayoutStatus, NeighborLists, TsneOptions } from '../types';
import { symmetricAffinities } from './affinities';
import { GradientDescent } from './gradient-descent';
import { pcaInitialization } from './initialization';
import { resolveTsneOptions, type ResolvedTsneOptions } from './options';
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

/** How long `run` works between two snapshots, milliseconds. */
const SNAPSHOT_MS = 30;

/** Steps after which the repulsion grid looks at the layout again: often while it grows from nothing, then rarely. */
function followEvery(device: Device, iteration: number): number {
  if (iteration < 100) return 2;
  return device.backend === 'cpu' ? 4 : 10;
}

/**
 * A t-SNE layout (van der Maaten & Hinton 2008) that runs where it is created: a worker, a page or Node.
 *
 * Exact or approximate neighbours → perplexity-calibrated affinities → PCA start → gradient descent with early
 * exaggeration and mesh-based repulsion. `run()` yields between slices of work, so that a page stays responsive.
 */
export class Tsne {
  /**
   * Chooses a backend and checks the data; the work happens in {@link run}.
   * @param vectors row-major [n, dimensions]; copied, never changed.
   * @throws FvError for invalid vectors or options, or a backend that is not available.
   */
  static async create(vectors: Float32Array, options: TsneOptions): Promise<Tsne> {
    const { points } = validateVectors(vectors, options.dimensions);
    const resolved = resolveTsneOptions(points, options);
    options.signal?.throwIfAborted();
    const { device, choice } = await createDevice(resolved.backend);
    return new Tsne(vectors, resolved, device, choice.reason, options.signal);
  }

  readonly #vectors: Float32Array;
  readonly #options: ResolvedTsneOptions;
  readonly #device: Device;
  readonly #reason: string;
  readonly #signal: AbortSignal | undefined;
  #positions: Float32Array;
  #descent: GradientDescent | null = null;
  #edges = 0;
  #paused: { promise: Promise<void>; resolve: () => void } | null = null;
  #pausedMs = 0;
  #disposed = false;

  private constructor(vectors: Float32Array, options: ResolvedTsneOptions, device: Device, reason: string, signal?: AbortSignal) {
    this.#vectors = vectors.slice();
    this.#options = options;
    this.#device = device;
    this.#reason = reason;
    this.#signal = signal;
    this.#positions = new Float32Array(0);
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
    this.resume();
    this.#disposed = true;
    this.#descent?.dispose();
    this.#device.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.dispose();
  }

  /**
   * Works until the last step, and yields where it stands about 30 times a second. The first snapshots show the
   * PCA start. Breaking off the loop pauses nothing and loses nothing: `dispose` ends the layout.
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

    const slicer = new TaskSlicer(SNAPSHOT_MS);
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
    if (this.#disposed || this.#signal?.aborted) throw abortedError();
  }

  #neighbors(onProgress: (share: number) => void): Promise<NeighborLists> {
    const { dimensions, metric, neighbors: k } = this.#options;
    return exactNeighbors(this.#device, searchVectors(this.#vectors, dimensions, metric), { k, metric, signal: this.#signal, onProgress });
  }

  /** Calibrates in slices of rows, yielding in between. */
  async #affinities(neighbors: NeighborLists) {
    const { points, perplexity, affinities } = this.#options;
    if (affinities === 'uniform') return symmetricAffinities(neighbors, points);
    const conditional = new Float32Array(points * neighbors.k);
    const rows = 512;
    const slicer = new TaskSlicer(SNAPSHOT_MS);
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
