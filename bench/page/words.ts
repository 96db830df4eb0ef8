import { WordSet, type Words } from '../../demo/data/word-set';
import { WORD_SET_PATH } from '../../demo/data/word-set-format';
import { truthPath } from '../lib/nearest';

let set: Promise<WordSet> | undefined;
const byCount = new Map<number, Promise<Words>>();

const address = (path: string) => new URL(path, document.baseURI).href;

/** The `count` most frequent words, their vectors of length 1; the same object for every measurement. */
export function benchWords(count: number): Promise<Words> {
  let words = byCount.get(count);
  if (!words) {
    set ??= WordSet.open(address(WORD_SET_PATH));
    words = set.then((opened) => opened.load(count));
    byCount.set(count, words);
  }
  return words;
}

/** The true neighbours of the sampled words; see {@link truthPath}. */
export async function trueNeighbors(count: number): Promise<Int32Array> {
  const response = await fetch(address(truthPath(count)));
  if (!response.ok) throw new Error(`Expected the true neighbours among ${count} words, received HTTP ${response.status}: name that count with --words.`);
  return new Int32Array(await response.arrayBuffer());
}
