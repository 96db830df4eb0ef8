import { abortedError, FvError } from '../errors';
import { validateVectors } from '../map-data';
import { nextTask } from '../next-task';
import type { LayoutQuality } from '../quality';
import type { LayoutProgress, LayoutStatus, TsneOptions } from '../types';
import { knownChoice, rememberChoice } from './known-choice';
import { openEngine, type EngineLink } from './engine-link';
import type { EngineRequest, EngineResponse, LayoutOptions } from './messages';
import { RowFeed } from './row-feed';

/** preparing (constructor) → running (first snapshot) ⇄ paused → ended | failed; ended → running (extend); any → disposed. */
export type LayoutState = 'preparing' | 'running' | 'paused' | 'ended' | 'failed' | 'disposed';

/** Progress with its speed. */
export interface SessionProgress extends LayoutProgress {
  /** Gradient steps a second, smoothed; 0 before the first. */
  stepsPerSecond: number;
  /** Time left at that speed; null before the first step. */
  remainingMs: number | null;
}

/** How a layout ended. */
export interface LayoutResult {
  /** Row-major [n, 2]; the receiver's own. */
  positions: Float32Array;
  klDivergence: number | null;
  elapsedMs: number;
}

/** What a session reports; every call comes in a task of its own, none after `dispose`. */
export interface LayoutListener {
  /** Once the backend is chosen, and again when figures change. */
  onStatus?(status: LayoutStatus): void;
  /** At most about ten times a second, and at every change of phase. */
  onProgress?(progress: SessionProgress): void;
  /** Row-major [n, 2]; lent for the call only: the array is used again. */
  onPositions?(positions: Float32Array, iteration: number): void;
  onEnd?(result: LayoutResult): void;
  onError?(error: FvError): void;
}

/** Shortest time between two progress reports of one phase, milliseconds. */
const PROGRESS_MS = 100;

/** Default work between two snapshots, milliseconds: one frame in two. */
const SNAPSHOT_MS = 33;

/** Share of the newest measurement in the smoothed speed. */
const SPEED_SMOOTHING = 0.15;

/**
 * A layout that starts at once in a worker of its own (inline where that fails) and tells a listener of it.
 * Vectors are copied, never changed or detached: up to 8 MiB at once, more in tasks of some milliseconds. Larger ones
 * must stay as they are until the status tells of their points.
 */
export class LayoutSession {
  readonly #link: EngineLink;
  readonly #feed: RowFeed;
  readonly #dimensions: number;
  readonly #listener: LayoutListener;
  readonly #backend: TsneOptions['backend'];
  #state: LayoutState = 'preparing';
  #reported = { phase: '', at: -Infinity, status: '' };
  #speed = { iteration: 0, elapsedMs: 0, stepsPerSecond: 0 };
  #last: SessionProgress | null = null;
  /** Runs asked for that have not ended. */
  #runs = 1;
  /** Requests that the engine has not answered. */
  readonly #asked = new Map<number, { resolve(response: EngineResponse): void; reject(error: FvError): void }>();
  #requests = 0;

  constructor(vectors: Float32Array, { signal, ...options }: TsneOptions & { snapshotIntervalMs?: number }, listener: LayoutListener) {
    this.#listener = listener;
    this.#backend = options.backend;
    this.#dimensions = options.dimensions;
    this.#link = openEngine((response) => this.#receive(response));
    this.#feed = new RowFeed(this.#link);
    this.#begin(vectors, options);
    if (signal?.aborted) this.dispose();
    else signal?.addEventListener('abort', () => this.dispose(), { once: true });
  }

  #begin(vectors: Float32Array, { snapshotIntervalMs = SNAPSHOT_MS, ...options }: LayoutOptions & { snapshotIntervalMs?: number }): void {
    try {
      // The engine looks at the values.
      validateVectors(vectors, this.#dimensions, { values: false });
    } catch (error) {
      void nextTask().then(() => this.#receive({ type: 'failed', error: FvError.from(error).toDetail() }));
      return;
    }
    this.#link.post({ type: 'create', length: vectors.length, options, sliceMs: snapshotIntervalMs, known: knownChoice(options.backend) });
    this.#feed.send(vectors);
    this.#link.post({ type: 'run' });
  }

  get state(): LayoutState {
    return this.#state;
  }

  /** Where the engine works; null until it has answered. */
  get where(): 'worker' | 'inline' | null {
    return this.#link.where;
  }

  pause(): void {
    if (this.#state !== 'preparing' && this.#state !== 'running') return;
    this.#state = 'paused';
    this.#link.post({ type: 'pause' });
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = this.#last === null ? 'preparing' : 'running';
    this.#link.post({ type: 'resume' });
  }

  /**
   * Appends rows, row-major [m, dimensions]; copied. The layout that stands goes on with them, and ends anew.
   * Nothing happens after a failure or `dispose`.
   * @throws FvError `invalid-data` where their length is no multiple of `dimensions`.
   */
  extend(vectors: Float32Array): void {
    if (this.#state === 'failed' || this.#state === 'disposed') return;
    validateVectors(vectors, this.#dimensions, { values: false });
    this.#link.post({ type: 'extend', length: vectors.length });
    this.#feed.send(vectors);
    this.#link.post({ type: 'run' });
    this.#runs++;
    if (this.#state === 'ended') this.#state = 'running';
  }

  /**
   * Places rows, row-major [m, dimensions], into the layout once it has ended; its points stay where they are.
   * @returns row-major [m, 2]; the rows count as laid out from then on.
   * @throws FvError for invalid rows, or `aborted` where the session fails or is disposed.
   */
  async place(vectors: Float32Array): Promise<Float32Array> {
    validateVectors(vectors, this.#dimensions, { values: false });
    const answer = this.#ask((id) => ({ type: 'place', id, length: vectors.length }));
    this.#feed.send(vectors);
    const response = await answer;
    if (response.type !== 'placed') throw new TypeError(`Expected an answer of type placed, received ${response.type}.`);
    return response.positions;
  }

  /**
   * Measures the layout once it has ended, in the engine.
   * @throws FvError `aborted` where the session fails or is disposed.
   */
  async quality(): Promise<LayoutQuality> {
    const response = await this.#ask((id) => ({ type: 'measure', id }));
    if (response.type !== 'quality') throw new TypeError(`Expected an answer of type quality, received ${response.type}.`);
    return response.quality;
  }

  #ask(request: (id: number) => EngineRequest): Promise<EngineResponse> {
    if (this.#state === 'failed' || this.#state === 'disposed') return Promise.reject(abortedError());
    const id = this.#requests++;
    this.#link.post(request(id));
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  /** Aborts what runs and frees the engine; safe to call twice. */
  dispose(): void {
    if (this.#state === 'disposed') return;
    this.#close('disposed');
  }

  #close(state: 'failed' | 'disposed'): void {
    this.#state = state;
    this.#feed.close();
    this.#link.close();
    for (const asked of this.#asked.values()) asked.reject(abortedError());
    this.#asked.clear();
  }

  #receive(response: EngineResponse): void {
    if (this.#state === 'disposed') return;
    switch (response.type) {
      case 'created':
        rememberChoice(this.#backend, response.status);
        this.#reportStatus(response.status);
        break;
      case 'snapshot':
        this.#reportStatus(response.status);
        // The listener may have disposed the session.
        if (this.#state !== ('disposed' as LayoutState)) this.#reportSnapshot(response.progress, response.positions);
        break;
      case 'placed':
      case 'quality':
        this.#asked.get(response.id)?.resolve(response);
        this.#asked.delete(response.id);
        break;
      case 'refused':
        this.#asked.get(response.id)?.reject(new FvError(response.error));
        this.#asked.delete(response.id);
        break;
      case 'failed':
        this.#close('failed');
        this.#listener.onError?.(new FvError(response.error));
        break;
    }
  }

  #reportStatus(status: LayoutStatus): void {
    const text = JSON.stringify(status);
    if (text === this.#reported.status) return;
    this.#reported.status = text;
    this.#listener.onStatus?.(status);
  }

  #reportSnapshot(progress: LayoutProgress, positions: Float32Array | null): void {
    if (this.#state === 'preparing') this.#state = 'running';
    const measured = this.#measure(progress);
    this.#last = measured;
    const ended = progress.phase === 'end';
    if (ended) this.#runs--;
    const last = ended && this.#runs === 0;
    const now = performance.now();
    if (last || (!ended && (progress.phase !== this.#reported.phase || now - this.#reported.at >= PROGRESS_MS))) {
      this.#reported.phase = progress.phase;
      this.#reported.at = now;
      this.#listener.onProgress?.(measured);
    }
    if (positions !== null && this.#state !== ('disposed' as LayoutState)) {
      this.#listener.onPositions?.(positions, progress.iteration);
      if (!ended) this.#link.post({ type: 'recycle', positions }, [positions.buffer as ArrayBuffer]);
    }
    if (!last || this.#state === ('disposed' as LayoutState)) return;
    this.#state = 'ended';
    this.#listener.onEnd?.({ positions: positions!, klDivergence: progress.klDivergence, elapsedMs: progress.elapsedMs });
  }

  #measure(progress: LayoutProgress): SessionProgress {
    // An extended layout counts its steps anew.
    if (progress.iteration < this.#speed.iteration) this.#speed = { ...this.#speed, iteration: progress.iteration, elapsedMs: progress.elapsedMs };
    const speed = this.#speed;
    const steps = progress.iteration - speed.iteration;
    const ms = progress.elapsedMs - speed.elapsedMs;
    if (steps > 0 && ms > 0) {
      const now = (1000 * steps) / ms;
      const smoothed = speed.stepsPerSecond === 0 ? now : speed.stepsPerSecond + SPEED_SMOOTHING * (now - speed.stepsPerSecond);
      this.#speed = { iteration: progress.iteration, elapsedMs: progress.elapsedMs, stepsPerSecond: smoothed };
    } else if (progress.iteration === 0) speed.elapsedMs = progress.elapsedMs;
    const { stepsPerSecond } = this.#speed;
    const remainingMs = stepsPerSecond > 0 ? (1000 * (progress.iterations - progress.iteration)) / stepsPerSecond : null;
    return { ...progress, stepsPerSecond, remainingMs };
  }
}
