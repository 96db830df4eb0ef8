import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareWords } from '../../demo/scripts/prepare-words';
import { WORD_SET_PATH, type WordSetManifest } from '../../demo/data/word-set-format';
import { exactNeighbors, sampleRows, SAMPLES, TRUE_NEIGHBORS, truthPath } from './nearest';

/** Served to the page of the benchmarks: words with float32 vectors of length 1, and the neighbours they truly have. */
export const DATA_DIRECTORY = fileURLToPath(new URL('../../.cache/bench-data', import.meta.url));

/** Prepares the words once, and per count the exact neighbours of the sampled ones. */
export async function prepareBenchData(counts: readonly number[]): Promise<void> {
  await prepareWords({ words: Math.max(...counts), float32Words: Number.POSITIVE_INFINITY, unitLength: true, publicDirectory: DATA_DIRECTORY });
  const missing = counts.filter((count) => !existsSync(join(DATA_DIRECTORY, truthPath(count))));
  if (missing.length === 0) return;
  const { vectors, dimensions } = await readVectors(Math.max(...missing));
  await mkdir(join(DATA_DIRECTORY, 'truth'), { recursive: true });
  for (const count of missing) {
    const started = performance.now();
    const truth = exactNeighbors(vectors.subarray(0, count * dimensions), dimensions, sampleRows(count, SAMPLES, 1), TRUE_NEIGHBORS, 'cosine');
    await writeFile(join(DATA_DIRECTORY, truthPath(count)), truth);
    console.log(`True neighbours of ${SAMPLES.toLocaleString('en')} among ${count.toLocaleString('en')} words in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  }
}

/** The first vectors of the word set, row-major [count, dimensions]. */
async function readVectors(count: number): Promise<{ vectors: Float32Array; dimensions: number }> {
  const directory = join(DATA_DIRECTORY, WORD_SET_PATH);
  const { dimensions, chunks } = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as WordSetManifest;
  const vectors = new Float32Array(chunks.at(-1).end * dimensions);
  for (const chunk of chunks.filter(({ start }) => start < count)) {
    const { buffer, byteOffset, byteLength } = await readFile(join(directory, chunk.vectors));
    vectors.set(new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)), chunk.start * dimensions);
  }
  return { vectors: vectors.subarray(0, count * dimensions), dimensions };
}
