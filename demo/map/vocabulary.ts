import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { EmbeddingMapData } from '../../src/engine/map-data';
import type { Supersense } from '../data/supersenses';
import { WordSet, type LoadOptions } from '../data/word-set';
import { request } from '../data/download';
import { START_MAP_PATH, type StartMap } from '../data/start-map-format';
import { nextTask } from '../shared/next-task';
import type { Language } from '../shared/settings';
import { mapDataOf, startDataOf } from './map-data';
import { defaultMapSettings, WORD_RANGE, type MapSettings } from './map-settings';

export type VocabularySettings = Pick<MapSettings, 'words' | 'perplexity' | 'backend' | 'seed'>;

export interface ShowOptions extends LoadOptions {
  /** The first map stands; the words it lacks are on their way. */
  onStart?: () => void;
}

/** What the first map was laid out with. */
const USUAL = defaultMapSettings('en');

/** The words on the map: fetched as far as asked, added to the layout that stands, hidden without leaving it. */
export class Vocabulary {
  readonly #map: FvEmbeddingMap;
  readonly #defined: Promise<unknown>;
  readonly #base: string;
  readonly #lang: Language;
  #set: Promise<WordSet> | undefined;
  /** Options of the layout that stands. */
  #standing = '';

  /** @param defined Resolves when the element is one: words are fetched before. */
  constructor(map: FvEmbeddingMap, defined: Promise<unknown>, base: string, lang: Language) {
    this.#map = map;
    this.#defined = defined;
    this.#base = base;
    this.#lang = lang;
  }

  /** Shows this many of the words the map has; false where it has fewer. Nothing is fetched or computed. */
  limit(count: number): boolean {
    const held = this.#map.data?.labels.length ?? 0;
    if (count > held) return false;
    this.#map.limit = count === held ? null : count;
    return true;
  }

  /**
   * Shows the words: hides or shows what the map has, else fetches what is missing. Words join the layout that
   * stands; other options start another. While the first words come, some stand where they were laid out beforehand, and
   * the others join them.
   */
  async show({ words, perplexity, backend, seed }: VocabularySettings, options: ShowOptions): Promise<void> {
    const wanted = JSON.stringify([perplexity, backend, seed]);
    if (wanted === this.#standing && this.limit(words)) return;
    const usual = this.#map.data == null && words > WORD_RANGE.min && perplexity === USUAL.perplexity && seed === USUAL.seed;
    const started = usual && this.#start(options);
    const [data] = await Promise.all([this.#load(words, options), this.#defined]);
    const joins = (await started) || wanted === this.#standing;
    // All words at once are long work for each who reads them: here, and the map.
    await nextTask();
    options.signal?.throwIfAborted();
    if (joins) {
      Object.assign(this.#map, { perplexity, backend, seed });
      this.#map.extend(data);
      this.#map.limit = null;
    } else Object.assign(this.#map, { perplexity, backend, seed, limit: null, data });
    this.#standing = wanted;
  }

  /** Shows the first map, of the fewest words there may be; whether it stands. */
  async #start({ signal, onStart }: ShowOptions): Promise<boolean> {
    try {
      const start = (await (await request(new URL(START_MAP_PATH, document.baseURI).href, signal)).json()) as StartMap;
      await this.#defined;
      if (signal?.aborted) return false;
      this.#map.data = startDataOf(start, this.#lang);
      await this.#map.updateComplete;
      onStart?.();
      return true;
    } catch {
      // The map then comes with its vectors.
      return false;
    }
  }

  async #load(count: number, options: LoadOptions): Promise<EmbeddingMapData> {
    this.#set ??= WordSet.open(this.#base);
    // The next try asks the server again.
    this.#set.catch(() => {
      this.#set = undefined;
    });
    const set = await this.#set;
    const words = await set.load(count, options);
    await nextTask();
    return mapDataOf(words, set.manifest.supersenses as Supersense[], this.#lang);
  }
}
