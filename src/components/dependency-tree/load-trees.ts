import { parseConllu, type ConlluSentence, type Parsed } from '../../engine';
import { loadBytes } from '../load-bytes';

/** A text of more would not fit a string. */
const MOST_BYTES = 256e6;

/** Sentences of two files, the second one the gold of the first. */
export interface LoadedTrees extends Parsed<ConlluSentence[]> {
  gold: ConlluSentence[] | null;
}

/** Loads CoNLL-U. @throws FvError where a file does not come or is another one. */
export async function loadTrees(source: string | File, goldSrc: string, signal: AbortSignal): Promise<LoadedTrees> {
  const load = (each: string | File) => loadBytes(each, MOST_BYTES, signal);
  const [own, gold] = await Promise.all([load(source), goldSrc === '' ? Promise.resolve(null) : load(goldSrc)]);
  return { ...parseConllu(own), gold: gold && parseConllu(gold).value };
}
