import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { tagLetter, type TaggedFile, type TaggedText } from '../../../demo/data/tagged-text-format';
import { createRandom } from '../../../src/engine/random';

/** tfjs on the backend of the page. */
export async function useWasm(): Promise<void> {
  setWasmPaths(`${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();
}

const TAGS = ['DET', 'NOUN', 'VERB', 'PUNCT'];
const WORDS: Record<string, readonly string[]> = { DET: ['the', 'a'], NOUN: ['dog', 'cat', 'bird', 'tree'], VERB: ['sees', 'finds', 'likes'], PUNCT: ['.'] };
const PATTERNS = [['DET', 'NOUN', 'VERB', 'PUNCT'], ['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'], ['NOUN', 'VERB', 'DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'VERB', 'PUNCT']];

function file(name: string, split: TaggedFile['split'], count: number, random: () => number): TaggedFile {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const patterns = Array.from({ length: count }, () => pick(PATTERNS));
  return {
    name,
    split,
    sentences: patterns.map((pattern) => pattern.map((tag) => pick(WORDS[tag])).join(' ')),
    tags: patterns.map((pattern) => pattern.map((tag) => tagLetter(TAGS.indexOf(tag))).join('')),
  };
}

/** A language of eleven words and three kinds of sentences. */
export function tinyText(): TaggedText {
  const random = createRandom(1);
  return { source: 'tiny@1', tags: TAGS, files: [file('a', 'train', 200, random), file('b', 'dev', 30, random)] };
}
