import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createSourceWorker, FvError, GrowingSource, placeName, type SourceKind, type SourcePlace, type SourceReading, type SourceWorker } from '../../engine';

/** One source of an element, as far as it has been read. */
export interface SourceState<Kind extends SourceKind> {
  place: SourcePlace;
  /** Its address, path or file name. */
  file: string;
  /** What it held when it could last be read; null: nothing yet. */
  reading: SourceReading<Kind> | null;
  /** Why it could not be read the last time; what was read before stays. */
  error: FvError | null;
  /** How often the file was found shorter or other than before, and was read anew. */
  replaced: number;
}

/** What the element hears of its sources. */
export interface GrowingSourcesHooks<Kind extends SourceKind> {
  /** Some were read, or could not be; all of them, in their order. Called again whenever that changes. */
  changed(states: readonly SourceState<Kind>[]): void;
}

interface Entry<Kind extends SourceKind> {
  source: GrowingSource<Kind>;
  state: SourceState<Kind>;
  /** It has not answered yet. */
  busy: boolean;
}

/** A source that takes its time does not keep the others from being shown, ms. */
const GATHER_MS = 100;

/** Least time between two looks, s. */
const LEAST_REFRESH_S = 0.5;

/**
 * Reads what `src` names, `SourcePlace` by `SourcePlace`, all of them side by side and off the page's thread, and looks
 * again every `refreshSeconds` (0: never) while the element is in a document and the page in sight:
 *
 * ```ts
 * readonly #sources = new GrowingSourcesController(this, 'weights', { changed: (states) => … });
 * willUpdate(changed) {
 *   if (changed.has('src')) this.#sources.request(this.src === null ? [] : [this.src]);
 *   if (changed.has('refresh')) this.#sources.refreshSeconds = this.refresh;
 * }
 * ```
 *
 * A source that fails leaves the others, and what was read of it, as they are, and is asked again at the next look.
 */
export class GrowingSourcesController<Kind extends SourceKind> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #kind: Kind;
  readonly #hooks: GrowingSourcesHooks<Kind>;
  #worker: SourceWorker | null = null;
  #entries: Entry<Kind>[] = [];
  #requested: { places: readonly SourcePlace[]; names: readonly string[] } = { places: [], names: [] };
  #abort: AbortController | null = null;
  #refreshSeconds = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, kind: Kind, hooks: GrowingSourcesHooks<Kind>) {
    this.#host = host;
    this.#kind = kind;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Whether a source that nothing is known of yet is on its way. */
  get loading(): boolean {
    return this.#entries.some(({ busy, state }) => busy && state.reading === null && state.error === null);
  }

  get refreshSeconds(): number {
    return this.#refreshSeconds;
  }

  /** Seconds between two looks; 0 or less: one look is enough. */
  set refreshSeconds(seconds: number) {
    if (seconds === this.#refreshSeconds) return;
    this.#refreshSeconds = seconds;
    this.#schedule();
  }

  hostConnected(): void {
    this.#connected = true;
    // What was on its way when the element left its document is asked for again; what was read is still there.
    if (this.#entries.length === 0 && this.#requested.places.length > 0) this.#start();
    else this.#schedule();
  }

  hostDisconnected(): void {
    this.#connected = false;
    const unread = this.loading;
    this.#stop();
    if (unread) this.#entries = [];
  }

  /**
   * Reads these, in place of those before.
   * @param names What the runs of each are called; where missing, its address or file name.
   */
  request(places: readonly SourcePlace[], names: readonly string[] = []): void {
    this.#stop();
    this.#entries = [];
    this.#requested = { places, names };
    if (this.#connected && places.length > 0) this.#start();
  }

  /** Looks now whether something is new; resolves when that is known. A source that has not answered yet is not asked again. */
  async refresh(): Promise<void> {
    const { signal } = this.#abort ?? {};
    if (!signal) return;
    this.#schedule();
    await Promise.all(this.#entries.filter(({ busy }) => !busy).map((entry) => this.#read(entry, signal)));
  }

  #start(): void {
    const worker = (this.#worker = createSourceWorker());
    const { places, names } = this.#requested;
    this.#entries = places.map((place, i) => ({
      source: new GrowingSource(place, this.#kind, worker, { name: names[i] }),
      state: { place, file: placeName(place), reading: null, error: null, replaced: 0 },
      busy: false,
    }));
    this.#abort = new AbortController();
    void this.refresh();
  }

  /** Gives up what is on its way, and the worker with all its readers. */
  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#abort?.abort();
    this.#abort = null;
    this.#worker?.dispose();
    this.#worker = null;
  }

  async #read(entry: Entry<Kind>, signal: AbortSignal): Promise<void> {
    const { source, state } = entry;
    entry.busy = true;
    let changed = state.reading === null && state.error === null;
    try {
      const reading = await source.read(signal, this.#refreshSeconds > 0);
      if (signal.aborted) return;
      changed ||= reading !== null || state.error !== null;
      entry.state = { ...state, error: null, ...(reading && { reading, replaced: state.replaced + (reading.change === 'replaced' ? 1 : 0) }) };
    } catch (thrown) {
      if (signal.aborted) return;
      const error = FvError.from(thrown);
      // The same failure at every look is one.
      changed ||= state.error?.message !== error.message;
      entry.state = { ...state, error: state.error?.message === error.message ? state.error : error };
    }
    entry.busy = false;
    if (changed) this.#gathering ??= setTimeout(() => this.#tell(), GATHER_MS);
    if (this.#gathering !== undefined && this.#entries.every(({ busy }) => !busy)) this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#hooks.changed(this.#entries.map(({ state }) => state));
    this.#host.requestUpdate();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#connected || !(this.#refreshSeconds > 0) || this.#requested.places.length === 0) return;
    if (this.#abort === null) {
      this.#start();
      return;
    }
    this.#timer = setTimeout(() => void (inSight() ? this.refresh() : this.#schedule()), 1000 * Math.max(LEAST_REFRESH_S, this.#refreshSeconds));
  }
}

/** A page that nobody sees asks no server. */
function inSight(): boolean {
  return typeof document === 'undefined' || document.visibilityState !== 'hidden';
}
