// Imports every entry of the built package in plain Node, as a server that renders pages does.
import { readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Names each entry must give; an entry that only registers elements gives none. */
const EXPECTED = {
  '.': ['FvEmbeddingMap', 'Tsne', 'nearestNeighbors', 'selectBackend', 'FvError'],
  './engine': ['Tsne', 'nearestNeighbors', 'selectBackend', 'FvError'],
  './formats': ['parseWordVectors', 'parseNpy', 'parseProjectorTsv'],
  './cdn': ['FvEmbeddingMap', 'Tsne', 'nearestNeighbors', 'selectBackend', 'FvError'],
};

let failures = 0;
const report = (entry, problem) => {
  failures += 1;
  console.error(`✗ ${entry}: ${problem}`);
};

for (const [entry, target] of Object.entries(exports)) {
  if (typeof target === 'string') continue;
  const name = `flair-visual${entry.slice(1)}`;
  try {
    const module = await import(name);
    const missing = (EXPECTED[entry] ?? []).filter((key) => !(key in module));
    if (missing.length > 0) report(name, `expected the exports ${missing.join(', ')}, received only ${Object.keys(module).join(', ') || 'none'}`);
    else console.log(`✓ ${name}: ${Object.keys(module).length} names`);
  } catch (error) {
    report(name, `expected it to import in plain Node, received ${error.stack}`);
  }
}

// Lit's server build brings stand-ins for HTMLElement and, on some versions, customElements; a document is never there.
if ('document' in globalThis) report('flair-visual', 'expected no document to be created by importing');
process.exitCode = failures > 0 ? 1 : 0;
