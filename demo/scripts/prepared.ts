import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ignored by git; the demo's vite configuration serves it as the public directory. */
export const PUBLIC_DIRECTORY = fileURLToPath(new URL('../../.cache/demo', import.meta.url));

/** Name of the file that tells what a directory was made from. */
const STAMP = 'prepared.json';

const require = createRequire(import.meta.url);

/** Where a package lies, and its name and version. @throws where it is not installed. */
export async function installed(name: string): Promise<{ directory: string; id: string }> {
  let file: string;
  try {
    file = require.resolve(`${name}/package.json`);
  } catch {
    throw new Error(`Expected the package ${name} in node_modules, received nothing: run npm ci.`);
  }
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return { directory: dirname(file), id: `${name}@${version}` };
}

/**
 * Writes a directory of prepared data, all of it or nothing, unless one stands there with the same stamp.
 * @param stamp What the data depends on: versions of the sources and of the format, options.
 * @param write Writes into the directory it is given; answers what to print.
 */
export async function prepared(directory: string, stamp: Record<string, unknown>, write: (directory: string) => Promise<string>): Promise<void> {
  const wanted = JSON.stringify(stamp);
  if ((await readFile(join(directory, STAMP), 'utf8').catch(() => '')) === wanted) return;
  const started = performance.now();
  const partial = `${directory}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const summary = await write(partial);
    await writeFile(join(partial, STAMP), wanted);
    await mkdir(dirname(directory), { recursive: true });
    await rm(directory, { recursive: true, force: true });
    await rename(partial, directory);
    console.log(`Prepared ${summary} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
