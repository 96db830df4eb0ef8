import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError, TaskWorker } from '../../engine';
import { rangesOfMatches, withRanges, type ChosenRanges } from './chosen-ranges';
import type { TextRange } from './text-ranges';

/** Time a regular expression has, ms; one that outlasts it would most likely never end. */
const PATTERN_TIMEOUT_MS = 2000;

/** What hears of a selection. */
export interface SelectionHooks {
  /** Something else is selected, in whichever sample. */
  changed(): void;
  failed(error: FvError): void;
}

/** What is selected in each sample. */
export class TextSelection implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: SelectionHooks;
  #chosen: ChosenRanges = new Map();
  #problem: FvError | null = null;
  #tasks: TaskWorker | null = null;
  /** Counts what was asked for: an answer that comes late is dropped. */
  #asked = 0;

  constructor(host: ReactiveControllerHost, hooks: SelectionHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  get chosen(): ChosenRanges {
    return this.#chosen;
  }

  /** Why the last pattern selected nothing. */
  get problem(): FvError | null {
    return this.#problem;
  }

  hostDisconnected(): void {
    this.#asked++;
    this.#tasks?.dispose();
    this.#tasks = null;
  }

  set(sample: number, ranges: readonly TextRange[]): void {
    this.#choose(withRanges(this.#chosen, sample, ranges));
  }

  clear(): void {
    this.#choose(new Map());
  }

  /** As {@link clear}, where nobody is to hear of it: the data is another one. */
  forget(): void {
    this.#asked++;
    this.#chosen = new Map();
    this.#problem = null;
  }

  /** Selects what is found in all samples; how many places. */
  match(texts: readonly string[], pattern: RegExp): number {
    this.#choose(rangesOfMatches(texts, pattern));
    return [...this.#chosen.values()].reduce((places, ranges) => places + ranges.length, 0);
  }

  /** Selects what a user's regular expression finds in all samples, in the worker: only there can one be ended that takes too long. Whether it did. */
  async matchPattern(texts: readonly string[], source: string): Promise<boolean> {
    const asked = ++this.#asked;
    const tasks = (this.#tasks ??= new TaskWorker());
    try {
      const found = await tasks.call('pattern-ranges', { texts, source }, { timeoutMs: PATTERN_TIMEOUT_MS });
      if (asked !== this.#asked) return false;
      const chosen = new Map<number, readonly TextRange[]>();
      for (const [sample, ends] of found.entries()) {
        if (ends.length > 0) chosen.set(sample, Array.from({ length: ends.length / 2 }, (_, i): TextRange => [ends[2 * i], ends[2 * i + 1]]));
      }
      this.#choose(chosen);
      return true;
    } catch (error) {
      if (asked !== this.#asked) return false;
      this.#problem = FvError.from(error);
      this.#host.requestUpdate();
      this.#hooks.failed(this.#problem);
      return false;
    }
  }

  #choose(chosen: ChosenRanges): void {
    this.#asked++;
    this.#chosen = chosen;
    this.#problem = null;
    this.#host.requestUpdate();
    this.#hooks.changed();
  }
}
