import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { EmbeddingMapData } from '../../src/engine/map-data';
import type { Supersense } from '../data/supersenses';
import { WordSet, type LoadOptions } from '../data/word-set';
import { nextTask } from '../shared/next-task';
import type { Language } from '../shared/settings';
import { mapDataOf } from './map-data';
import type { MapSettings } from './map-settings';

export type VocabularySettings = Pick<MapSettings, 'words' | 'perplexity' | 'backend' | 'seed'>;

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
   * stands; other options start another.
   */
  async show({ words, perplexity, backend, seed }: VocabularySettings, options: LoadOptions): Promise<void> {
    const wanted = JSON.stringify([perplexity, backend, seed]);
    if (wanted === this.#standing && this.limit(words)) return;
    const [data] = await Promise.all([this.#load(words, options), this.#defined]);
    // All words at once are long work for each who reads them: here, and the map.
    await nextTask();
    options.signal?.throwIfAborted();
    if (wanted === this.#standing) {
      this.#map.extend(data);
      this.#map.limit = null;
    } else {
      Object.assign(this.#map, { perplexity, backend, seed, limit: null, data });
      this.#standing = wanted;
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
