import { request } from '../data/download';
import { ENTITIES_PATH } from '../data/entities-format';
import { SequenceTagger } from './sequence-tagger';
import { decodeTagger, type TaggerHeader } from './tagger-file';

/** Address of a file of this page's data. */
export const entitiesUrl = (file: string): string => new URL(`${ENTITIES_PATH}/${file}`, document.baseURI).href;

/** The tagger that was trained when the data was prepared. @throws where the server has no such files. */
export async function loadTagger(): Promise<SequenceTagger> {
  const [header, bytes] = await Promise.all([
    request(entitiesUrl('tagger.json')).then((response) => response.json() as Promise<TaggerHeader>),
    request(entitiesUrl('tagger.i8')).then(async (response) => new Uint8Array(await response.arrayBuffer())),
  ]);
  return new SequenceTagger(decodeTagger(header, bytes));
}
