import type { PropertyValues } from 'lit';
import { appendRows, type AppendedRow, type FvError, type Repair, type TrainingRun } from '../../engine';
import { GrowingSourcesController } from '../controllers/growing-sources-controller';
import type { Failure } from './notices';
import { sourceNames, sourceRuns } from './source-runs';
import type { TrainingCurvesProperties } from './training-curves-properties';

/** A handle tells nothing by itself: how often it is looked at, s. */
const HANDLE_REFRESH_S = 2;

/** Where the runs of an element come from: `data`, the files of `src` and `handle`, rows that are appended. */
export class RunFeed {
  failures: readonly Failure[] = [];
  repairs: readonly (Repair & { source: string })[] = [];
  /** Files that were found written anew. */
  replaced: readonly string[] = [];
  readonly #element: TrainingCurvesProperties;
  readonly #sources: GrowingSourcesController<'runs'>;
  /** The runs that files or rows gave: where these go on, zoom and messages stay. */
  #own: readonly TrainingRun[] | null = null;
  #appended: AppendedRow[] = [];
  /** Errors that were told, be they still there or dismissed. */
  readonly #told = new WeakSet<FvError>();
  #unsaid: FvError[] = [];

  constructor(element: TrainingCurvesProperties) {
    this.#element = element;
    this.#sources = new GrowingSourcesController(element, 'runs', {
      changed: (states) => {
        const { runs, failures, repairs, replaced } = sourceRuns(states);
        if (runs.length > 0 || element.data === this.#own) element.data = this.#own = runs.length > 0 ? runs : null;
        this.repairs = repairs;
        this.replaced = replaced;
        this.tell(failures);
      },
    });
  }

  /** Whether files are on their way. */
  get loading(): boolean {
    return this.#sources.loading;
  }

  /** Before an update of the element: what of its properties changed. Whether other runs are shown from now on, not the same ones with more rows. */
  update(changed: PropertyValues<TrainingCurvesProperties>): boolean {
    const element = this.#element;
    const { src, runs, handle, refresh } = element;
    if (this.#appended.length > 0) element.data = this.#own = appendRows(element.data ?? [], this.#appended.splice(0));
    if (changed.has('refresh') || changed.has('handle')) this.#sources.refreshSeconds = refresh > 0 ? refresh : handle ? HANDLE_REFRESH_S : 0;
    const asked = changed.has('src') || changed.has('runs') || changed.has('handle');
    const given = changed.has('data') && element.data !== this.#own;
    if (asked || given) {
      // Runs of the page's own take the place of files.
      const places = asked ? [...src, ...(handle ? [handle] : [])] : [];
      this.#sources.request(places, sourceNames(places, runs));
      if (places.length > 0) this.failures = [];
    }
    if (!given) return asked;
    this.#own = null;
    this.failures = [];
    this.repairs = [];
    this.replaced = [];
    return true;
  }

  /** Adds rows before the next picture. @throws FvError `invalid-data` for what is no row. */
  append(rows: readonly AppendedRow[]): void {
    appendRows([], rows);
    this.#appended.push(...rows);
    this.#element.requestUpdate();
  }

  /** Looks now whether the files have grown. */
  refresh(): Promise<void> {
    return this.#sources.refresh();
  }

  /** Shows these failures in place of those before; one that was dismissed stays away until it is another. */
  tell(failures: readonly Failure[]): void {
    const fresh = failures.filter(({ error }) => !this.#told.has(error));
    for (const { error } of fresh) this.#told.add(error);
    this.failures = failures.filter((failure) => fresh.includes(failure) || this.failures.some(({ error }) => error === failure.error));
    this.#unsaid.push(...fresh.map(({ error }) => error));
    this.#element.requestUpdate();
  }

  fail(error: FvError): void {
    this.tell([...this.failures, { source: '', error }]);
  }

  dismiss(): void {
    this.failures = [];
    this.#element.requestUpdate();
  }

  /** Errors that no event has told yet. */
  takeErrors(): FvError[] {
    return this.#unsaid.splice(0);
  }
}
