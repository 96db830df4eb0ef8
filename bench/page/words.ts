import { WordSet, type Words } from '../../demo/data/word-set';
import { WORD_SET_PATH } from '../../demo/data/word-set-format';

let set: Promise<WordSet> | undefined;
const byCount = new Map<number, Promise<Words>>();

/** L2-normalises each row in place. */
function normalize(vectors: Float32Array, dimensions: number): void {
  for (let at = 0; at < vectors.length; at += dimensions) {
    const row = vectors.subarray(at, at + dimensions);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let d = 0; d < dimensions; d++) row[d] /= norm;
  }
}

/** The `count` most frequent words, their vectors of length 1; the same object for every measurement. */
export function benchWords(count: number): Promise<Words> {
  let words = byCount.get(count);
  if (!words) {
    set ??= WordSet.open(new URL(WORD_SET_PATH, document.baseURI).href);
    words = set.then((opened) => opened.load(count)).then((loaded) => {
      normalize(loaded.vectors, loaded.dimensions);
      return loaded;
    });
    byCount.set(count, words);
  }
  return words;
}
