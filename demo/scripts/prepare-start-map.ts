import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { assemblyscript } from '../../build/assemblyscript';
import { START_MAP_PATH, type StartMap } from '../data/start-map-format';
import { decodeVectors } from '../data/vector-encoding';
import { WORD_SET_PATH, type WordChunk, type WordSetManifest } from '../data/word-set-format';
import { prepared, PUBLIC_DIRECTORY } from './prepared';

/** Raised when what is written changes. */
const VERSION = 1;

/** Lays the first words of the word set out, as the page would; needs what `prepareWords` writes. */
export async function prepareStartMap(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const words = join(publicDirectory, WORD_SET_PATH);
  const { sources, dimensions, chunks: [chunk] } = JSON.parse(await readFile(join(words, 'manifest.json'), 'utf8')) as WordSetManifest;
  await prepared(join(publicDirectory, START_MAP_PATH, '..'), { version: VERSION, sources, words: chunk.end }, async (directory) => {
    const bytes = new Uint8Array(await readFile(join(words, chunk.vectors)));
    const { words: labels, supersenses } = JSON.parse(await readFile(join(words, chunk.words), 'utf8')) as WordChunk;
    const vectors = new Float32Array(labels.length * dimensions);
    decodeVectors(bytes, dimensions, chunk.encoding, vectors);
    // The engine's own kernels come with a build step, which the run of this script lacks.
    const { module: { layOut } } = await runnerImport<typeof import('./lay-out')>(fileURLToPath(new URL('lay-out.ts', import.meta.url)), { configFile: false, logLevel: 'error', plugins: [assemblyscript()] });
    const positions = await layOut(vectors, dimensions);
    const map: StartMap = { words: labels, supersenses, positions: Array.from(positions, (value) => Math.round(100 * value) / 100) };
    await writeFile(join(directory, basename(START_MAP_PATH)), JSON.stringify(map));
    return `the first map of ${labels.length} words`;
  });
}
