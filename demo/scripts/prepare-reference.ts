import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { REFERENCE_PATH } from '../data/reference-format';
import { PUBLIC_DIRECTORY } from './prepared';
import { readManifest, type Manifest } from './read-manifest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Describes the elements of the sources as they are, from their class comments: a second's work, done anew each time. */
export async function prepareReference(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const analyzer = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json');
  // The analyzer takes it relative to the root.
  const directory = `.cache/manifest-${process.pid}`;
  try {
    // A process of its own: the analyzer's native resolver does not survive the end of a worker thread.
    await promisify(execFile)(process.execPath, [join(dirname(analyzer), 'cem.js'), 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet', '--outdir', directory], { cwd: ROOT });
    const manifest = JSON.parse(await readFile(join(ROOT, directory, 'custom-elements.json'), 'utf8')) as Manifest;
    const file = join(publicDirectory, REFERENCE_PATH);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(readManifest(manifest)));
  } finally {
    await rm(join(ROOT, directory), { recursive: true, force: true });
  }
}
