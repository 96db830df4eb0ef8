import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VIRTUAL_ID = 'virtual:fv-simd';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

/** The memory belongs to the page, so that arrays move in and out without copies; nothing is exported but functions. */
const FLAGS = [
  '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd',
  '--importMemory', '--noExportMemory', '--initialMemory', '1', '--use', 'abort=',
];

export interface AssemblyScriptOptions {
  /** Directory of the AssemblyScript sources; its `index.ts` is the entry. Default: `src/shaders/compute/simd`. */
  directory?: string;
  /** Directory of compiled binaries, named by the hash of the sources. Default: `node_modules/.cache/flair-visual`. */
  cacheDirectory?: string;
}

/** All AssemblyScript sources below `directory`, by path relative to it, in a stable order. */
async function readSources(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, i) => [relative(directory, path).split(sep).join('/'), contents[i]]));
}

/**
 * Compiles AssemblyScript to a SIMD WebAssembly binary.
 *
 * @param sources Source texts by relative path; `index.ts` is the entry.
 * @throws with the compiler's own diagnostics.
 */
export async function compileAssemblyScript(sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  // Loaded on first use: the compiler takes a second to start, and a cached binary needs none of it.
  const { default: asc } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(['index.ts', '--outFile', 'index.wasm', ...FLAGS], {
    readFile: (name) => sources.get(name.split(sep).join('/')) ?? null,
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents as Uint8Array;
    },
    listFiles: () => [],
    stderr,
  });
  if (error || !binary) throw new Error(`AssemblyScript did not compile: ${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return binary;
}

async function compileCached(directory: string, cacheDirectory: string): Promise<Uint8Array> {
  const sources = await readSources(directory);
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/assemblyscript/package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256').update(JSON.stringify([version, FLAGS, ...sources])).digest('hex').slice(0, 16);
  const file = join(cacheDirectory, `simd-${hash}.wasm`);
  try {
    return await readFile(file);
  } catch {
    const binary = await compileAssemblyScript(sources);
    await mkdir(cacheDirectory, { recursive: true });
    // Compilers may run at once, in two processes (the node and browser test servers) or in one (page and worker): each
    // writes a file of its own, and the rename keeps readers from half a file.
    const partial = `${file}.${randomUUID()}`;
    await writeFile(partial, binary);
    await rename(partial, file);
    return binary;
  }
}

/**
 * Serves `virtual:fv-simd`: the AssemblyScript module of the library, compiled when it is first imported
 * and exported as `simdWasmBase64` (base64 keeps the worker and the CDN build one file).
 */
export function assemblyscript(options: AssemblyScriptOptions = {}): Plugin {
  const directory = options.directory ?? join(ROOT, 'src/shaders/compute/simd');
  const cacheDirectory = options.cacheDirectory ?? join(ROOT, 'node_modules/.cache/flair-visual');
  return {
    name: 'flair-visual:assemblyscript',
    resolveId: (id) => (id === VIRTUAL_ID ? RESOLVED_ID : undefined),
    async load(id) {
      if (id !== RESOLVED_ID) return undefined;
      for (const path of (await readSources(directory)).keys()) this.addWatchFile(join(directory, path));
      const binary = await compileCached(directory, cacheDirectory);
      return { code: `export const simdWasmBase64 = ${JSON.stringify(Buffer.from(binary).toString('base64'))};`, map: null };
    },
  };
}
