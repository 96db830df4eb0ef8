import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CURVE_X, curvePanels, differenceRuns, finishInSlices, FvError, hasX, type CurvePanels, type CurveRequest, type Stepwise } from '../../engine';

/** What is to be shown: runs, or the differences of the others to one of them. */
export interface ShownRequest extends CurveRequest {
  /** Name of a run; empty: none. */
  baseline: string;
}

/** What the element hears of its curves. */
export interface CurvesHooks {
  shown(panels: CurvePanels): void;
  failed(error: FvError): void;
}

/** Prepares curves, which takes its time. What is asked for meanwhile comes next, and of several requests the last: so curves that grow all the time are seen to grow. */
export class CurvesController implements ReactiveController {
  readonly #hooks: CurvesHooks;
  #next: ShownRequest | null = null;
  #abort: AbortController | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, hooks: CurvesHooks) {
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Resolves when the curves asked for last are shown. */
  get done(): Promise<void> {
    return this.#done;
  }

  hostConnected(): void {}

  prepare(request: ShownRequest): void {
    this.#next = request;
    if (this.#abort === null) this.#done = this.#work();
  }

  /** Nothing is to be shown any more. */
  cancel(): void {
    this.#next = null;
    this.#abort?.abort();
  }

  async #work(): Promise<void> {
    for (let request = this.#next; request !== null; request = this.#next) {
      this.#next = null;
      const abort = (this.#abort = new AbortController());
      try {
        const panels = await finishInSlices(shownPanels(request), abort.signal);
        if (!abort.signal.aborted) this.#hooks.shown(panels);
      } catch (error) {
        if (!abort.signal.aborted) this.#hooks.failed(FvError.from(error));
      }
    }
    this.#abort = null;
  }
}

function* shownPanels({ baseline, ...request }: ShownRequest): Stepwise<CurvePanels> {
  const { runs, x } = request;
  if (!runs.some(({ name }) => name === baseline)) return yield* curvePanels(request);
  const known = CURVE_X.filter((kind) => runs.some((run) => hasX(run, kind)));
  const differences = yield* differenceRuns(runs, baseline, known.includes(x) ? x : (known[0] ?? x));
  // Rules of the run doctor are about values, not about differences.
  return yield* curvePanels({ ...request, runs: differences, doctor: null });
}
