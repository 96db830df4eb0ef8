// Bundles the built package as a user does, checks what must and must not be in there,
// and leaves the files for size-limit in .cache/size.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.cache', 'size');
const problems = [];
const expect = (condition, message) => condition || problems.push(message);

/**
 * A production build of a page with the one line `source`: what it loads at once in `initial/`, what it may load later
 * in `lazy/`, its worker in `assets/`.
 *
 * @returns {Promise<{ initial: string; worker: string | undefined }>} Code of the entry and of the worker.
 */
async function bundlePage(name, source) {
  const directory = join(out, name);
  mkdirSync(directory, { recursive: true });
  const entry = join(directory, 'page.js');
  writeFileSync(entry, source);
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: directory,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'chunks/[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  // What the page loads at once: its entry and all that is statically imported from there.
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const initial = new Set();
  const visit = (fileName) => {
    if (initial.has(fileName) || !chunks.has(fileName)) return;
    initial.add(fileName);
    chunks.get(fileName).imports.forEach(visit);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);
  for (const fileName of chunks.keys()) {
    const target = join(directory, initial.has(fileName) ? 'initial' : 'lazy', basename(fileName));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(directory, fileName), target);
  }
  const read = (folder) => existsSync(join(directory, folder)) ? readdirSync(join(directory, folder)).map((file) => readFileSync(join(directory, folder, file), 'utf8')).join('\n') : undefined;
  return { initial: read('initial'), worker: read('assets') };
}

const isSelfContained = (code) => !/(?:^|[;}\n])\s*(?:import|export)\b[^;(]*?\bfrom\s*["']|\bimport\s*["']|\bimport\(\s*["'`]/.test(code);

rmSync(out, { recursive: true, force: true });

const map = await bundlePage('embedding-map', `import 'flair-visual/define/embedding-map';\n`);
expect(map.initial.includes('fv-embedding-map'), 'Expected `import "flair-visual/define/embedding-map"` to keep its registration in a user\'s bundle, received none: name the file in package.json#sideEffects.');
expect(map.worker !== undefined, 'Expected a user\'s bundler to find the worker, received no worker file: its address must be `new Worker(new URL("…", import.meta.url), …)`.');
expect(map.worker === undefined || isSelfContained(map.worker), 'Expected a worker without imports in a user\'s bundle.');

const engine = await bundlePage('engine', `export { nearestNeighbors } from 'flair-visual/engine';\n`);
expect(!/customElements/.test(engine.initial), 'Expected flair-visual/engine to hold no element, received customElements.');

const unused = await bundlePage('unused', `import { FvError } from 'flair-visual';\nconsole.log(FvError);\n`);
expect(!/customElements\.define/.test(unused.initial), 'Expected `flair-visual` to register nothing, received customElements.define.');

for (const file of readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.js'))) {
  expect(isSelfContained(readFileSync(join(root, 'dist/assets', file), 'utf8')), `Expected dist/assets/${file} to import nothing: a page without a bundler cannot resolve a worker's imports.`);
}
expect(isSelfContained(readFileSync(join(root, 'dist/cdn.js'), 'utf8')), 'Expected dist/cdn.js to import nothing.');

for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length > 0) process.exit(1);
console.log('✓ bundles: registration kept, worker found, nothing registered unasked');
