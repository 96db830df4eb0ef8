import { TAGGED_TEXT_PATH } from '../data/tagged-text-format';
import { fillFromTemplate } from '../shared/late-elements';
import { groupThousands } from '../shared/strings';
import { Checkpoints, type Checkpoint } from './checkpoints';
import type { SweepPoint } from './learning-rate-sweep';
import { MapFollower } from './map-follower';
import type { ModelName, TrainingResponse } from './messages';
import { runRow } from './run-rows';
import type { Views } from './sample';
import { kindName, modelOf, progressOf, TRAIN_STRINGS } from './strings';
import type { Timeline } from './timeline';
import type { TrainSettings } from './train-settings';
import { Training } from './training';
import type { TokenTable } from './training-task';
import { WeightRecord } from './weight-record';

/** Between two redraws of curves and traces, ms. */
const REDRAW_MS = 500;

/** As Flair's sweep: from rates that change nothing to rates that break everything. */
const SWEEP = { from: 1e-5, to: 1, steps: 100 } as const;

const get = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

/** What one training has told so far, and its views. */
export class ShownTraining {
  readonly #model: ModelName;
  readonly #timeline: Timeline;
  readonly #settings: TrainSettings;
  readonly #failed: (error: unknown) => void;
  readonly #training: Training;
  readonly #name: string;
  readonly #rows: ReturnType<typeof runRow>[] = [];
  readonly #weights = new WeightRecord();
  readonly #checkpoints = new Checkpoints();
  readonly #map = new MapFollower(() => this.#placed());
  readonly #abort = new AbortController();
  /** Moves of the map follow each other; a later one ends those before. */
  #move = new AbortController();
  /** The views, and what shows something in them; null while they are loaded. */
  #open: { sample: typeof import('./sample'); views: Views; sweep: HTMLButtonElement } | null = null;
  #tokens: TokenTable | null = null;
  #swept: SweepPoint[] = [];
  #shown = -1;
  /** The last step that curves and traces show; null: the newest. */
  #until: number | null = null;
  /** Rows that the curves have. */
  #drawn = 0;
  #positions: Float32Array | null = null;
  #redraw: ReturnType<typeof setTimeout> | undefined;

  constructor(model: ModelName, settings: TrainSettings, timeline: Timeline, failed: (error: unknown) => void) {
    this.#model = model;
    this.#timeline = timeline;
    this.#settings = settings;
    this.#failed = failed;
    const { seed, learningRate, backend } = settings;
    this.#name = TRAIN_STRINGS[settings.lang][model === 'tagger' ? 'tagger' : 'languageModel'];
    this.#training = new Training(new URL(TAGGED_TEXT_PATH + '/text.json', document.baseURI).href, { model, seed, learningRate, backend }, (response) => this.#told(response));
  }

  /** Loads the elements and shows what has been told meanwhile. */
  async open(): Promise<void> {
    const sample = await import('./sample');
    if (this.#abort.signal.aborted) return;
    const { lang } = this.#settings;
    await fillFromTemplate(document.querySelector<HTMLTemplateElement>('#views-template')!, get('views'), TRAIN_STRINGS[lang], this.#abort.signal);
    if (this.#abort.signal.aborted) return;
    get('sample-title').textContent = TRAIN_STRINGS[lang][this.#model === 'tagger' ? 'sampleTagger' : 'sample'];
    const view = <Name extends keyof HTMLElementTagNameMap>(tag: Name) => get('views').querySelector(tag)!;
    const sweep = document.querySelector<HTMLButtonElement>('#sweep')!;
    sweep.addEventListener('click', () => this.#sweep(sweep));
    this.#open = {
      sample,
      sweep,
      views: {
        curves: view('fv-training-curves'), weights: view('fv-weight-traces'), text: view('fv-activation-text'),
        heatmap: view('fv-activation-heatmap'), map: view('fv-embedding-map'), rates: view('fv-learning-rate'),
      },
    };
    this.#open.views.map.colorBy = TRAIN_STRINGS[lang].kind;
    this.#draw();
    this.#timeline.show(this.#checkpoints.list);
  }

  pause(paused: boolean): void {
    if (paused) this.#training.pause();
    else this.#training.resume();
  }

  stop(): void {
    this.#abort.abort();
    this.#move.abort();
    this.#map.stop();
    this.#training.stop();
    clearTimeout(this.#redraw);
  }

  /** Moves all views to a checkpoint. */
  showCheckpoint(index: number): void {
    if (!this.#open) return;
    this.#shown = index;
    const { at, view } = this.#checkpoints.list[index];
    this.#showUntil(index === this.#checkpoints.list.length - 1 ? null : at.step);
    this.#open.sample.showStates(this.#open.views, view.activations);
    showSample(get('sample'), view.sample);
    this.#showVectors();
  }

  #told(response: TrainingResponse): void {
    switch (response.type) {
      case 'started':
        this.#tokens = response.tokens;
        get('model').textContent += ` · ${modelOf(groupThousands(response.weights), TRAIN_STRINGS[this.#settings.lang][response.backend], this.#settings.lang)}`;
        break;
      case 'progress': {
        const { at, weights } = response;
        this.#rows.push(runRow(this.#name, response));
        this.#weights.add(at.step, weights);
        this.#redraw ??= setTimeout(() => this.#draw(), REDRAW_MS);
        get('progress').textContent = progressOf(at.step, at.epoch, at.timeMs, this.#settings.lang);
        break;
      }
      case 'checkpoint': {
        const { at, dev, view } = response;
        const checkpoint: Checkpoint = { at, dev, view, positions: null };
        this.#rows.push(runRow(this.#name, response));
        this.#checkpoints.add(checkpoint);
        this.#timeline.show(this.#checkpoints.list);
        void this.#map.follow(checkpoint).catch(this.#failed);
        break;
      }
      case 'swept':
        this.#swept.push(...response.points);
        this.#showSweep();
        if (this.#open) this.#open.sweep.disabled = !response.done;
        break;
      case 'failed':
        this.#failed(new Error(response.message));
    }
  }

  #draw(): void {
    this.#redraw = undefined;
    // Pulled back, the curves show what was known then; they catch up when the slider is at the newest again.
    if (this.#until !== null || !this.#open) return;
    this.#open.sample.showProgress(this.#open.views, this.#rows.slice(this.#drawn), this.#weights.tracesUntil());
    this.#drawn = this.#rows.length;
  }

  #showUntil(step: number | null): void {
    if (step === this.#until) return;
    this.#until = step;
    const rows = step === null ? this.#rows : this.#rows.filter((row) => row.step <= step);
    this.#drawn = rows.length;
    this.#open!.sample.showUntil(this.#open!.views, rows, this.#weights.tracesUntil(step ?? Infinity));
  }

  /** A checkpoint has its map: it may be the one that is shown, or the nearest before it. */
  #placed(): void {
    if (this.#shown >= 0) this.#showVectors();
  }

  #showVectors(): void {
    const positions = this.#checkpoints.positionsAt(this.#shown);
    if (!this.#open || !positions || positions === this.#positions) return;
    this.#positions = positions;
    const { view } = this.#checkpoints.list.find((checkpoint) => checkpoint.positions === positions)!;
    const { labels, kinds, counts } = this.#tokens!;
    const { lang } = this.#settings;
    const strings = TRAIN_STRINGS[lang];
    this.#move.abort();
    this.#move = new AbortController();
    const columns = { [strings.kind]: kinds.map((kind) => kindName(kind, lang)), [strings.count]: counts };
    void this.#open.sample.showVectors(this.#open.views, { labels, vectors: view.vectors, dimensions: view.dimensions, columns, positions }, this.#move.signal).catch(this.#failed);
  }

  #sweep(button: HTMLButtonElement): void {
    this.#swept = [];
    button.disabled = true;
    this.#training.sweep(SWEEP);
  }

  #showSweep(): void {
    const column = (read: (point: SweepPoint) => number) => Float64Array.from(this.#swept, read);
    this.#open?.sample.showSweep(this.#open.views, { iteration: column(({ iteration }) => iteration), learningRate: column(({ learningRate }) => learningRate), loss: column(({ loss }) => loss) });
  }
}

/** Shows a text as it is; of tagged words, `word/TAG≠RIGHT` marks the wrong ones. */
function showSample(target: HTMLElement, text: string): void {
  target.replaceChildren(...text.split(/(\S+≠\S+)/).map((part, i) => {
    if (i % 2 === 0) return part;
    const wrong = document.createElement('span');
    wrong.className = 'wrong';
    wrong.textContent = part;
    return wrong;
  }));
}
