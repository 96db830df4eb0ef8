import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the built package is made from. */
const SOURCES = ['src', 'build', 'package.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.build.json'];

/** Milliseconds of the newest file below `path`. */
async function newest(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Math.max(...(await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs))));
}

/** Whether everything in `dist` is newer than what it is made from; modules and declarations are written apart. */
async function isFresh(): Promise<boolean> {
  try {
    const [modules, types] = await Promise.all(['index.js', 'frameworks/react.d.ts'].map(async (name) => (await stat(join(ROOT, 'dist', name))).mtimeMs));
    return Math.min(modules, types) > Math.max(...(await Promise.all(SOURCES.map((path) => newest(join(ROOT, path))))));
  } catch {
    return false;
  }
}

/** Builds the modules and types of the package into `dist`, unless they stand there and are newer than their sources, as in CI. */
export async function builtPackage(): Promise<void> {
  if (await isFresh()) return;
  // A process of its own: the test runner's environment asks for development builds.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const run = (...parameters: string[]) => promisify(execFile)(process.execPath, parameters, { cwd: ROOT, env, maxBuffer: 1 << 26 });
  const script = (name: string) => join(ROOT, 'node_modules', name);
  await Promise.all([run(script('vite/bin/vite.js'), 'build', '--logLevel', 'error'), run(script('typescript/bin/tsc'), '-p', 'tsconfig.build.json')]);
  await run('build/declarations.mjs');
}
