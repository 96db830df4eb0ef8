import type { LitElement, ReactiveController } from 'lit';
import { FvError, type LayoutListener, type LayoutQuality, type LayoutResult, type LayoutSession, type LayoutStatus, type SessionProgress, type TsneOptions } from '../../engine';

/** What the controller needs of a {@link LayoutSession}. */
export type Session = Pick<LayoutSession, 'pause' | 'resume' | 'extend' | 'place' | 'quality' | 'dispose'>;

/** Starts a session; the listener is never called before it returns. */
export type SessionFactory = (vectors: Float32Array, options: TsneOptions, listener: LayoutListener) => Session;

/**
 * idle → preparing (start) → running (first progress) ⇄ paused → ended | failed; ended → running (extend); any → idle (stop).
 * Starting again from any state stops what runs. An ended layout keeps its session, for more rows and for its quality.
 */
export type LayoutRunState = 'idle' | 'preparing' | 'running' | 'paused' | 'ended' | 'failed';

/** What the element hears of a layout. */
export interface LayoutHooks {
  /** Row-major [placed, 2] of the leading rows, lent for the call. */
  positions(positions: Float32Array): void;
  progress(progress: SessionProgress): void;
  end(result: LayoutResult): void;
  error(error: FvError): void;
}

/** A layout that waits while another is on show. */
interface Aside {
  session: Session | null;
  state: LayoutRunState;
  status: LayoutStatus | null;
  progress: SessionProgress | null;
  finished: (() => void) | null;
}

/** Owns the one layout session of an element: its state, its progress, and its end when the element goes. */
export class LayoutController implements ReactiveController {
  readonly #host: LitElement;
  readonly #hooks: LayoutHooks;
  #session: Session | null = null;
  #state: LayoutRunState = 'idle';
  #status: LayoutStatus | null = null;
  #progress: SessionProgress | null = null;
  #interrupted = false;
  #finished: (() => void) | null = null;
  #aside: Aside | null = null;

  constructor(host: LitElement, hooks: LayoutHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  hostDisconnected(): void {
    // An element that is moved within the page is removed and inserted in one go: its layout goes on.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#releaseAside();
      if (!this.#session) return;
      // A finished layout stays on show; only its engine goes.
      if (this.#state === 'ended') this.#release('ended');
      else {
        this.stop();
        this.#interrupted = true;
      }
    });
  }

  /** Whether the element was removed while a layout ran, and none was started since. */
  get interrupted(): boolean {
    return this.#interrupted;
  }

  get state(): LayoutRunState {
    return this.#state;
  }

  /** Whether there is an engine that holds the layout: more rows can join it. */
  get live(): boolean {
    return this.#session !== null;
  }

  /** What the layout runs on; null until the engine has told. */
  get status(): LayoutStatus | null {
    return this.#status;
  }

  /** The latest progress; null until the engine has told. */
  get progress(): SessionProgress | null {
    return this.#progress;
  }

  /** Resolves when the layout has ended, failed or been stopped. */
  start(create: SessionFactory, vectors: Float32Array, options: TsneOptions): Promise<void> {
    this.stop();
    this.#set('preparing');
    return new Promise((resolve) => {
      this.#finished = resolve;
      // Late calls of a session that was replaced are dropped.
      const current = () => session !== null && session === this.#session;
      let session: Session | null = null;
      const listener: LayoutListener = {
        onStatus: (status) => {
          if (!current()) return;
          this.#status = status;
          this.#host.requestUpdate();
        },
        onProgress: (progress) => {
          if (!current()) return;
          this.#progress = progress;
          if (this.#state === 'preparing') this.#state = 'running';
          this.#host.requestUpdate();
          this.#hooks.progress(progress);
        },
        onPositions: (positions) => {
          if (current()) this.#hooks.positions(positions);
        },
        onEnd: (result) => {
          if (!current()) return;
          this.#settle('ended');
          this.#hooks.end(result);
        },
        onError: (error) => {
          if (!current()) return;
          this.#fail(error);
        },
      };
      try {
        session = create(vectors, options, listener);
        this.#session = session;
      } catch (error) {
        this.#fail(FvError.from(error));
      }
    });
  }

  pause(): void {
    if (this.#state !== 'running' && this.#state !== 'preparing') return;
    this.#session?.pause();
    this.#set('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#session?.resume();
    this.#set(this.#progress ? 'running' : 'preparing');
  }

  /** Appends rows, row-major [m, dimensions], to the live layout, which goes on with them. */
  extend(vectors: Float32Array): void {
    this.#session?.extend(vectors);
    if (this.#state === 'ended') this.#set('running');
  }

  /** Positions [m, 2] of new rows placed into the finished layout; null without one. @throws FvError where they are refused. */
  async place(vectors: Float32Array): Promise<Float32Array | null> {
    return this.#state === 'ended' && this.#session ? this.#session.place(vectors) : null;
  }

  /** Measures the finished layout; null where another took its place meanwhile. */
  async quality(): Promise<LayoutQuality | null> {
    const session = this.#session;
    if (!session) return null;
    try {
      const quality = await session.quality();
      return session === this.#session ? quality : null;
    } catch (error) {
      if (session !== this.#session) return null;
      throw error;
    }
  }

  /** Puts the layout aside, held where it runs, so that another can be on show. One at a time. */
  putAside(): void {
    this.pause();
    this.#aside = { session: this.#session, state: this.#state, status: this.#status, progress: this.#progress, finished: this.#finished };
    this.#session = this.#finished = null;
    this.stop();
  }

  /** Ends the present layout and takes back the one that was put aside, as it was left. */
  takeBack(): void {
    const aside = this.#aside;
    if (!aside) return;
    this.#aside = null;
    this.stop();
    ({ session: this.#session, state: this.#state, status: this.#status, progress: this.#progress, finished: this.#finished } = aside);
    this.#host.requestUpdate();
  }

  /** Ends and forgets the layout that was put aside. */
  dropAside(): void {
    this.#aside?.session?.dispose();
    this.#aside?.finished?.();
    this.#aside = null;
  }

  /** Ends and forgets the layout. */
  stop(): void {
    this.#release('idle');
    this.#interrupted = false;
    this.#status = null;
    this.#progress = null;
  }

  /** A finished layout stays on show later; one that was held cannot go on without its engine. */
  #releaseAside(): void {
    if (!this.#aside) return;
    this.#aside.session?.dispose();
    this.#aside.session = null;
    if (this.#aside.state === 'paused') this.#aside.state = 'idle';
  }

  #fail(error: FvError): void {
    this.#release('failed');
    this.#hooks.error(error);
  }

  #release(state: LayoutRunState): void {
    this.#session?.dispose();
    this.#session = null;
    this.#settle(state);
  }

  #settle(state: LayoutRunState): void {
    this.#finished?.();
    this.#finished = null;
    this.#set(state);
  }

  #set(state: LayoutRunState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#host.requestUpdate();
  }
}
