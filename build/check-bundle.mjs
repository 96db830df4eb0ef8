// Bundles the built package as a user does, checks what must and must not be in there,
// and leaves the files for size-limit in .cache/size.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist/');
const out = join(root, '.cache', 'size');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const elements = Object.keys(exports).filter((path) => path.startsWith('./define/')).map((path) => basename(path));
const problems = [];
const expect = (condition, message) => condition || problems.push(message);

/**
 * A production build of a page with the one line `source`: what it loads at once in `initial/`, what a map loads with its
 * first points to name them in `labels/`, what it may load later in `lazy/`, its workers in `assets/`.
 *
 * @returns {Promise<{ initial: string; modules: string[]; worker: string | undefined }>} Code of what is loaded at once, the
 *   modules of dist/ that have a part in it, and the code of the workers.
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
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  /** A chunk and all that is statically imported from there. */
  const closure = (found, loaded = new Set()) => {
    for (const { fileName, imports } of [...chunks.values()].filter(found)) {
      if (loaded.has(fileName)) continue;
      loaded.add(fileName);
      closure((chunk) => imports.includes(chunk.fileName), loaded);
    }
    return loaded;
  };
  const initial = closure(({ isEntry }) => isEntry);
  const labels = closure(({ name: part }) => part === 'label-tool');
  const modules = [...initial].flatMap((fileName) => Object.entries(chunks.get(fileName).modules))
    .filter(([id, { renderedLength }]) => renderedLength > 0 && id.startsWith(dist))
    .map(([id]) => id.slice(dist.length));
  for (const fileName of chunks.keys()) {
    const folder = initial.has(fileName) ? 'initial' : labels.has(fileName) ? 'labels' : 'lazy';
    const target = join(directory, folder, basename(fileName));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(directory, fileName), target);
  }
  const read = (folder) => existsSync(join(directory, folder)) ? readdirSync(join(directory, folder)).map((file) => readFileSync(join(directory, folder, file), 'utf8')).join('\n') : undefined;
  return { initial: read('initial'), modules, worker: read('assets') };
}

const isSelfContained = (code) => !/(?:^|[;}\n])\s*(?:import|export)\b[^;(]*?\bfrom\s*["']|\bimport\s*["']|\bimport\(\s*["'`]/.test(code);

rmSync(out, { recursive: true, force: true });

const map = await bundlePage('embedding-map', `import 'flair-visual/define/embedding-map';\n`);
expect(map.worker !== undefined, 'Expected a user\'s bundler to find the worker, received no worker file: its address must be `new Worker(new URL("…", import.meta.url), …)`.');
expect(map.worker === undefined || isSelfContained(map.worker), 'Expected a worker without imports in a user\'s bundle.');

// What a map that opens does not need comes with the first use.
const LATER = /^engine\/(?:activation|attention|audit|compare|curves|entities|formats|labels|neighbors|quality|search|semantics|tasks|trees|tsne|kernels)\/|-(?:tool|panel)\.js$|standalone/;
const needless = map.modules.filter((module) => LATER.test(module) && module !== 'components/embedding-map/progress-panel.js');
expect(needless.length === 0, `Expected a page with one map to load no tool of it and none of its readers at first, received ${needless.join(', ')}.`);

for (const name of elements) {
  const { initial } = name === 'embedding-map' ? map : await bundlePage(name, `import 'flair-visual/define/${name}';\n`);
  expect(new RegExp(`customElements\\.define\\(.fv-${name}\\b`).test(initial), `Expected \`import "flair-visual/define/${name}"\` to keep its registration in a user's bundle, received none: name the file in package.json#sideEffects.`);
}

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
