import type { EmbeddingMapData } from '../../src/engine/map-data';
import { request } from '../data/download';
import { STORY_LABELS_PATH, type LabelledWords } from '../data/story-labels-format';
import { supersenseName } from '../data/supersense-names';
import type { Supersense } from '../data/supersenses';
import { decodeVectors } from '../data/vector-encoding';
import type { Language } from '../shared/settings';

export interface LoadedWords extends LabelledWords {
  /** Row-major [words, dimensions]. */
  vectors: Float32Array;
  /** Names of the kinds in the page's language. */
  kindNames: string[];
}

/** The prepared words. @throws where the server has no such files. */
export async function loadWords(lang: Language): Promise<LoadedWords> {
  const url = (file: string) => new URL(`${STORY_LABELS_PATH}/${file}`, document.baseURI).href;
  const [content, bytes] = await Promise.all([
    request(url('words.json')).then((response) => response.json() as Promise<LabelledWords>),
    request(url('vectors.i8')).then(async (response) => new Uint8Array(await response.arrayBuffer())),
  ]);
  const vectors = new Float32Array(content.words.length * content.dimensions);
  decodeVectors(bytes, content.dimensions, 'int8', vectors);
  return { ...content, vectors, kindNames: content.kinds.map((kind) => supersenseName(kind as Supersense, lang)) };
}

/** The words as the map wants them, each with the label that is to be audited in the column `column`. */
export function mapDataOf({ vectors, dimensions, words, senses, kindNames }: LoadedWords, column: string): EmbeddingMapData {
  return { vectors, dimensions, labels: words, contexts: senses.map(([{ gloss }]) => gloss), columns: { [column]: senses.map(([{ kind }]) => kindNames[kind]) } };
}
