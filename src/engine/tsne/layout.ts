import { FvError } from '../errors';
import type { Device } from '../kernels';
import { exactNeighbors, searchPace, SearchRows, type NeighborSearch, type SearchVectors } from '../neighbors';
import { nextTask, TaskSlicer } from '../next-task';
import { createRandom } from '../random';
import type { BackendChoice, LayoutPhase, LayoutProgress, LayoutStatus, NeighborLists } from '../types';
import type { Affinities } from './affinities';
import { affinitiesOf } from './affinities-of';
import { GradientDescent } from './gradient-descent';
import { pcaInitialization } from './initialization';
import { layoutLevels } from './levels';
import { affinitiesFor, type LevelAffinities, type ResolvedTsneOptions } from './options';
import { PauseGate } from './pause-gate';
import { placeRows } from './place-rows';
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

/** Steps after which the repulsion grid looks at the layout again: often while it grows from nothing, then rarely. */
function followEvery(device: Device, iteration: number): number {
  if (iteration < 100) return 2;
  return device.backend === 'cpu' ? 4 : 10;
}

/** Finds neighbours for a layout; the default is exact search on the layout's own device. */
export type NeighborFinder = (device: Device, vectors: SearchVectors, search: NeighborSearch & { seed?: number }) => Promise<NeighborLists>;

/** A device, and why it is the one; for `status`. */
export interface ReasonedDevice {
  device: Device;
  choice: BackendChoice;
}

/** What a layout runs on besides its data. */
export interface LayoutResources extends ReasonedDevice {
  /** Another device where this one fails; without it the layout fails with its device. */
  replaceDevice?: (failed: Device, error: FvError) => Promise<ReasonedDevice>;
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
  readonly #replaceDevice: LayoutResources['replaceDevice'];
  readonly #findNeighbors: NeighborFinder;
  readonly #sliceMs: number;
  readonly #abort = new AbortController();
  readonly #gate = new PauseGate();
  readonly #rows: SearchRows;
  #device: Device;
  #choice: BackendChoice;
  #positions: Float32Array = new Float32Array(0);
  #descent: GradientDescent | null = null;
  #level: Level = { points: 0, number: 0, count: 0 };
  #neighbors: NeighborLists = { indices: new Uint32Array(0), distances: new Float32Array(0), k: 0 };
  #figures = { neighbors: 0, edges: 0, recall: null as number | null, gridSize: 0 };
  #disposed = false;

  /** @param vectors row-major [n, dimensions], finite; the layout's own from then on, as the device is. */
  constructor(vectors: Float32Array, options: ResolvedTsneOptions, { device, choice, replaceDevice, findNeighbors = exactNeighbors, sliceMs = 30 }: LayoutResources) {
    this.#rows = new SearchRows(options.dimensions, options.metric);
    this.#rows.append(vectors);
    this.#options = options;
    this.#device = device;
    this.#choice = choice;
    this.#replaceDevice = replaceDevice;
    this.#findNeighbors = findNeighbors;
    this.#sliceMs = sliceMs;
  }

  /** Rows in all, laid out or not. */
  get points(): number {
    return this.#rows.points;
  }

  get status(): LayoutStatus {
    const { points } = this;
    const { affinities, perplexity } = this.#affinitiesFor(this.#level.points || points);
    const hostBytes = this.#rows.bytes + this.#positions.byteLength;
    return {
      ...this.#choice,
      points,
      dimensions: this.#options.dimensions,
      affinities,
      perplexity,
      ...this.#figures,
      level: this.#level.number,
      levels: this.#level.count,
      levelPoints: this.#level.points,
      bytesPerPoint: Math.round((this.#device.memory.bytes + hostBytes) / Math.max(points, 1)),
    };
  }

  #affinitiesFor(points: number): LevelAffinities {
    return affinitiesFor(this.#options, points, this.#device.limits.bufferBytes);
  }

  /** The newest positions that `run` has yielded, row-major [placed, 2]; empty before. */
  get positions(): Float32Array {
    return this.#positions;
  }

  /** What the layout's quality is measured by: vectors of the rows laid out, and the lists of the last level. */
  get evidence(): { vectors: SearchVectors; lists: NeighborLists; positions: Float32Array; seed: number } {
    return { vectors: this.#rows.first(this.#positions.length / 2), lists: this.#neighbors, positions: this.#positions, seed: this.#options.seed };
  }

  /** Holds `run` before its next slice; the time spent waiting does not count as elapsed. */
  pause(): void {
    this.#gate.pause();
  }

  resume(): void {
    this.#gate.resume();
  }

  /** Takes over more rows, row-major [m, dimensions]; the layout that stands stays, and the next `run` places them into it. */
  extend(vectors: Float32Array): void {
    this.#rows.append(vectors);
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
    const { iterations, progressive, initial } = this.#options;
    // Where the leading rows alone have a start, they are a layout that the others join.
    if (this.#positions.length === 0 && initial && initial.length < 2 * this.points) this.#positions = initial.slice();
    const laidOut = this.#positions.length / 2;
    const levels = layoutLevels(this.points, laidOut, progressive && (initial === null || laidOut > 0));
    await this.#rows.settle(searchPace(this.#abort.signal));
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
    const { seed, initial } = this.#options;
    const joining = this.#positions.length > 0;
    const vectors = this.#rows.first(points);
    const mode = this.#affinitiesFor(points);
    if (!joining) this.#positions = initial?.slice() ?? pcaInitialization(vectors.values, vectors.dimensions, seed);
    yield ['neighbors', 0, 0, null];
    await this.#gate.pass();

    let share = 0;
    const search = this.#onDevice((device) => this.#search(device, vectors, mode, (done) => (share = done)));
    search.catch(() => {});
    for (let done = false, told = 0; !done; ) {
      done = await Promise.race([search.then(() => true), nextTask().then(() => false)]);
      if (share !== told) yield ['neighbors', 0, (told = share), null];
      await this.#gate.pass();
    }
    const neighbors = await search;
    this.#neighbors = neighbors;
    yield ['affinities', 0, 0, null];
    await this.#gate.pass();
    const affinities = await affinitiesOf(neighbors, points, mode, searchPace(this.#abort.signal));
    this.#figures = { ...this.#figures, neighbors: neighbors.k, edges: affinities.columns.length, recall: neighbors.recall ?? null };
    await this.#gate.pass();
    if (joining) this.#positions = placeByNeighbors(affinities, this.#positions, createRandom(seed + points));
    yield* this.#descend(affinities, points, joining);
  }

  async *#descend(affinities: Affinities, points: number, joining: boolean): AsyncGenerator<[phase: LayoutPhase, step: number, share: number, kl: number | null], void, void> {
    const { iterations } = this.#options;
    const early = earlySteps(this.#options, joining);
    const slicer = new TaskSlicer(this.#sliceMs);
    let klDivergence: number | null = null;
    /** Steps that `#positions` holds: where a new device goes on. */
    let held = 0;
    let descent: GradientDescent | null = null;
    for (let done = 0; done < iterations; ) {
      try {
        descent ??= this.#start(affinities);
        descent.step(stepParameters(this.#options, points, done, joining));
        done++;
        if (done % followEvery(this.#device, done) === 0) await descent.follow();
        if (done % DIVERGENCE_EVERY === 0 || done === iterations) klDivergence = await descent.readDivergence();
        if (!slicer.due && done < iterations) continue;
        this.#positions = await descent.readPositions();
        this.#figures.gridSize = descent.gridSize;
        held = done;
      } catch (error) {
        await this.#replace(FvError.from(error));
        descent = null;
        done = held;
        continue;
      }
      yield done < early ? ['early-exaggeration', done, done / early, klDivergence] : ['optimization', done, (done - early) / (iterations - early), klDivergence];
      if (done < iterations) await slicer.yield();
      await this.#gate.pass();
    }
    this.#stop();
  }

  /** Puts the layout on the device, from `#positions`. */
  #start(affinities: Affinities): GradientDescent {
    this.#descent = new GradientDescent(this.#device, affinities, this.#positions);
    return this.#descent;
  }

  #stop(): void {
    this.#descent?.dispose();
    this.#descent = null;
  }

  /** Works on the device, and from the start on another where that one fails. */
  async #onDevice<Result>(work: (device: Device) => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work(this.#device);
      } catch (error) {
        await this.#replace(FvError.from(error));
      }
    }
  }

  /** Goes on with another device after a failure of this one; rethrows what no device mends. */
  async #replace(error: FvError): Promise<void> {
    const mendable = error.code === 'device-lost' || error.code === 'out-of-memory';
    if (this.#disposed || !mendable || this.#replaceDevice === undefined) throw error;
    const failed = this.#device;
    this.#descent = null;
    const { device, choice } = await this.#replaceDevice(failed, error);
    failed.dispose();
    if (this.#disposed) {
      device.dispose();
      throw error;
    }
    this.#device = device;
    this.#choice = choice;
  }

  /**
   * Places rows, row-major [m, dimensions], taken over, into the layout that stands, whose points stay where they are.
   * They count as laid out from then on. Not while {@link run} works.
   * @returns row-major [m, 2].
   */
  async place(vectors: Float32Array): Promise<Float32Array> {
    const standing = this.#positions.length / 2;
    const pace = searchPace(this.#abort.signal);
    this.#rows.truncate(standing);
    this.#rows.append(vectors);
    try {
      await this.#rows.settle(pace);
      const rows = this.#rows.first(this.#rows.points);
      this.#positions = await this.#onDevice((device) => placeRows(device, rows, this.#positions, this.#options, pace, this.#abort.signal));
    } catch (error) {
      this.#rows.truncate(standing);
      throw error;
    }
    return this.#positions.slice(2 * standing);
  }

  #search(device: Device, vectors: SearchVectors, { neighbors: k }: LevelAffinities, onProgress: (share: number) => void): Promise<NeighborLists> {
    const { metric, seed } = this.#options;
    return this.#findNeighbors(device, vectors, { k, metric, seed, signal: this.#abort.signal, onProgress });
  }
}
