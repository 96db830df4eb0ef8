import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { curvePanels, finishInSlices, FvError, type CurvePanels, type CurveRequest } from '../../engine';
import type { LoadedRuns, RunSource } from './load-runs';

/** What the element hears of its runs. */
export interface RunsHooks {
  loaded(runs: LoadedRuns): void;
  shown(panels: CurvePanels): void;
  failed(error: FvError): void;
}

/** Loads runs and prepares their curves, both of which take their time: of several requests the last wins. */
export class RunsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: RunsHooks;
  #loading: AbortController | null = null;
  #preparing: AbortController | null = null;
  #interrupted: [sources: readonly RunSource[], names: readonly string[]] | null = null;
  #done: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveControllerHost, hooks: RunsHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Whether files are on their way. */
  get loading(): boolean {
    return this.#loading !== null;
  }

  /** Resolves when the curves asked for last are shown. */
  get done(): Promise<unknown> {
    return this.#done;
  }

  hostConnected(): void {
    if (this.#interrupted) this.load(...this.#interrupted);
  }

  hostDisconnected(): void {
    if (!this.#loading) this.#interrupted = null;
    this.#loading?.abort();
    this.#loading = null;
  }

  load(sources: readonly RunSource[], names: readonly string[]): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#interrupted = [sources, names];
    if (sources.length > 0) void this.#load(sources, names);
  }

  prepare(request: CurveRequest): void {
    this.#preparing?.abort();
    const abort = (this.#preparing = new AbortController());
    this.#done = finishInSlices(curvePanels(request), abort.signal).then(
      (panels) => this.#hooks.shown(panels),
      (error: unknown) => {
        if (!abort.signal.aborted) this.#hooks.failed(FvError.from(error));
      },
    );
  }

  async #load(sources: readonly RunSource[], names: readonly string[]): Promise<void> {
    const abort = (this.#loading = new AbortController());
    try {
      const { loadRuns } = await import('./load-runs');
      const loaded = await loadRuns(sources, names, abort.signal);
      if (this.#loading !== abort) return;
      this.#loading = null;
      this.#hooks.loaded(loaded);
    } catch (error) {
      if (this.#loading !== abort) return;
      this.#loading = null;
      this.#hooks.failed(FvError.from(error));
    }
    this.#host.requestUpdate();
  }
}
