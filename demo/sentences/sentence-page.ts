import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { TaskWorker } from '../../src/engine/tasks/task-worker';
import { SENTENCE_MODEL_PATH } from '../data/sentences-format';
import { fillFromTemplate } from '../shared/late-elements';
import type { Language } from '../shared/settings';
import type { SentenceHandlers } from './sentence-handlers';
import { encodingOf, loadingOf, SENTENCE_STRINGS } from './strings';
import { DIMENSIONS } from './sentence-size';

/** As much as is encoded within some seconds. */
const MOST = { sentences: 200, characters: 500 } as const;

/** The one element of its kind, below the bar. */
const get = <Name extends keyof HTMLElementTagNameMap>(tag: Name) => document.querySelector('main')!.querySelector(tag)!;

/** Takes sentences, shows where they lie and what the encoder does with them. */
class SentencePage {
  readonly #lang: Language;
  readonly #map: FvEmbeddingMap;
  readonly #laidOut: Promise<void>;
  readonly #place = { model: new URL(SENTENCE_MODEL_PATH, document.baseURI).href };
  readonly #worker = new TaskWorker<SentenceHandlers>({
    createWorker: () => new Worker(new URL('./sentence-worker.ts', import.meta.url), { type: 'module' }),
    loadHandlers: async () => (await import('./sentence-handlers')).createSentenceHandlers(),
  });
  /** Sentences on the map, by their text. */
  readonly #added = new Map<string, HTMLButtonElement>();
  #opened = false;
  #inside: Promise<void> | null = null;
  /** Counts what was asked to be looked at: only the last answer is shown. */
  #asked = 0;

  constructor(lang: Language, map: FvEmbeddingMap, laidOut: Promise<void>) {
    this.#lang = lang;
    this.#map = map;
    this.#laidOut = laidOut;
    const text = get('textarea');
    text.value = SENTENCE_STRINGS[lang].example;
    get('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#guard(() => this.#add(text.value));
    });
  }

  async #add(text: string): Promise<void> {
    const strings = SENTENCE_STRINGS[this.#lang];
    const sentences = [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
    if (sentences.length === 0) throw new Error(strings.none);
    if (sentences.length > MOST.sentences || sentences.some(({ length }) => length > MOST.characters)) throw new Error(strings.tooMany);
    const fresh = sentences.filter((sentence) => !this.#added.has(sentence));
    if (fresh.length > 0) {
      const [sample] = await Promise.all([import('./sample'), this.#open()]);
      const vectors = await this.#worker.call('encode', { ...this.#place, texts: fresh }, { onProgress: (share) => this.#tell(share, encodingOf(share, this.#lang)) });
      await this.#laidOut;
      const told = readable(fresh, vectors);
      const ids = await sample.addSentences(this.#map, told.vectors, told.sentences);
      for (const [i, sentence] of told.sentences.entries()) this.#list(sentence, ids[i], await sample.nearestTo(this.#map, ids[i]));
    }
    this.#tell(null);
    this.#added.get(sentences[0])?.click();
  }

  async #open(): Promise<void> {
    if (this.#opened) return;
    this.#tell(0, loadingOf(0, this.#lang));
    await this.#worker.call('open', this.#place, { onProgress: (share) => this.#tell(share, loadingOf(share, this.#lang)) });
    this.#opened = true;
  }

  /** A sentence with what is nearest; the newest come first. */
  #list(sentence: string, id: number, nearest: readonly { label: string; cosine: number }[]): void {
    const button = document.createElement('button');
    button.className = 'sentence';
    button.type = 'button';
    button.textContent = sentence;
    button.lang = 'en';
    button.addEventListener('click', () => void this.#guard(() => this.#look(sentence, id)));
    const table = document.createElement('table');
    table.setAttribute('aria-label', `${SENTENCE_STRINGS[this.#lang].nearest}: ${sentence}`);
    for (const { label, cosine } of nearest) {
      const row = table.insertRow();
      row.insertCell().textContent = label;
      row.insertCell().textContent = cosine.toFixed(2);
    }
    const item = document.createElement('li');
    item.append(button, table);
    get('ol').prepend(item);
    this.#added.set(sentence, button);
  }

  async #look(sentence: string, id: number): Promise<void> {
    const asked = ++this.#asked;
    for (const [text, button] of this.#added) button.setAttribute('aria-pressed', String(text === sentence));
    this.#map.select([id]);
    const [sample, inside] = await Promise.all([import('./sample'), this.#worker.call('look', { ...this.#place, text: sentence })]);
    await (this.#inside ??= this.#openInside());
    if (asked !== this.#asked) return;
    sample.lookInside({ text: get('fv-activation-text'), heatmap: get('fv-activation-heatmap'), attention: get('fv-attention') }, inside);
  }

  /** The views of the inside are made for the first sentence. */
  #openInside(): Promise<void> {
    const inside = document.querySelector<HTMLElement>('#inside')!;
    inside.hidden = false;
    return fillFromTemplate(document.querySelector<HTMLTemplateElement>('#inside-template')!, inside, SENTENCE_STRINGS[this.#lang]);
  }

  /** Does something that may fail, and says so. */
  async #guard(work: () => Promise<void>): Promise<void> {
    const failure = document.querySelector<HTMLElement>('#failure')!;
    const button = document.querySelector<HTMLButtonElement>('.primary')!;
    failure.hidden = true;
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      failure.hidden = false;
      failure.textContent = `${SENTENCE_STRINGS[this.#lang].failed} ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      button.disabled = false;
      this.#tell(null);
    }
  }

  /** How far it is; null: nothing is under way. */
  #tell(share: number | null, words = ''): void {
    const progress = get('progress');
    progress.hidden = share === null;
    progress.value = share ?? 0;
    document.querySelector('#status')!.textContent = words;
  }
}

/**
 * Connects the form, the list and the views of the page with the encoder.
 * @param laidOut Resolves when the map has its first layout: sentences join it then.
 */
export const connectSentences = (lang: Language, map: FvEmbeddingMap, laidOut: Promise<void>): SentencePage => new SentencePage(lang, map, laidOut);

/** The sentences in which the encoder found something to read, with their vectors: a row of zeros has no place. */
function readable(sentences: readonly string[], vectors: Float32Array): { sentences: string[]; vectors: Float32Array } {
  const rows = sentences.map((_, row) => row).filter((row) => vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS).some((value) => value !== 0));
  const kept = new Float32Array(rows.length * DIMENSIONS);
  rows.forEach((row, i) => kept.set(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), i * DIMENSIONS));
  return { sentences: rows.map((row) => sentences[row]), vectors: kept };
}
