import type { EmbeddingMapData } from '../../src/engine/map-data';
import { request } from '../data/download';
import { SENTENCES_PATH, type SentenceTexts } from '../data/sentences-format';
import { decodeVectors } from '../data/vector-encoding';
import type { Language } from '../shared/settings';
import { SENTENCE_STRINGS } from './strings';

/** The prepared texts as the map wants them. @throws where the server has no such files. */
export async function loadTexts(lang: Language): Promise<EmbeddingMapData> {
  const url = (file: string) => new URL(`${SENTENCES_PATH}/${file}`, document.baseURI).href;
  const [texts, bytes] = await Promise.all([
    request(url('texts.json')).then((response) => response.json() as Promise<SentenceTexts>),
    request(url('vectors.i8')).then(async (response) => new Uint8Array(await response.arrayBuffer())),
  ]);
  const { labels, tags, groupOf, groups, dimensions } = texts;
  const vectors = new Float32Array(labels.length * dimensions);
  decodeVectors(bytes, dimensions, 'int8', vectors);
  return { vectors, dimensions, labels, contexts: tags, columns: { [SENTENCE_STRINGS[lang].group]: groupOf.map((group) => groups[group][lang]) } };
}
