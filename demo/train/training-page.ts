import type { ModelName } from './messages';
import { ShownTraining } from './shown-training';
import { TRAIN_STRINGS } from './strings';
import { Timeline } from './timeline';
import type { TrainSettings } from './train-settings';

const get = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

/** A training and what is seen of it; one at a time. */
export class TrainingPage {
  /** Of the next training. */
  settings: TrainSettings;
  readonly #timeline: Timeline;
  #current: ShownTraining | null = null;

  constructor(settings: TrainSettings) {
    this.settings = settings;
    this.#timeline = new Timeline(settings.lang, {
      chosen: (index) => this.#current?.showCheckpoint(index),
      pause: (paused) => this.#current?.pause(paused),
      stop: () => this.stop(),
    });
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-model]')) button.addEventListener('click', () => void this.start(button.dataset.model as ModelName));
  }

  /** Trains a model from the start; a training under way ends. */
  async start(model: ModelName): Promise<void> {
    this.stop();
    const { lang } = this.settings;
    get('choices').hidden = true;
    get('failure').hidden = true;
    this.#timeline.start();
    get('pause').focus();
    get('model').textContent = TRAIN_STRINGS[lang][model === 'tagger' ? 'tagger' : 'languageModel'];
    get('progress').textContent = '';
    const training = (this.#current = new ShownTraining(model, this.settings, this.#timeline, (error) => this.#fail(error)));
    try {
      // The elements come while the worker loads its text.
      await training.open();
    } catch (error) {
      if (this.#current === training) this.#fail(error);
    }
  }

  /** Ends the training; its model is gone. */
  stop(): void {
    if (!this.#current) return;
    this.#current.stop();
    this.#current = null;
    this.#timeline.hide();
    get('views').replaceChildren();
    get('choices').hidden = false;
    document.querySelector<HTMLButtonElement>('[data-model]')!.focus();
  }

  #fail(error: unknown): void {
    this.stop();
    const failure = get('failure');
    failure.hidden = false;
    failure.textContent = `${TRAIN_STRINGS[this.settings.lang].failed} ${error instanceof Error ? error.message : String(error)}`;
  }
}
