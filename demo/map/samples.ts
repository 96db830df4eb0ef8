import type { Sample } from '../shared/how-to';
import type { Language } from '../shared/settings';
import { STRINGS } from '../shared/strings';

const PAGE = `<!doctype html>
<script type="module" src="./flair-visual/dist/cdn.js"></script>
<fv-embedding-map id="map" autorun style="height: 100vh"></fv-embedding-map>
<script type="module">
  const { labels, dimensions, vectors } = await (await fetch('words.json')).json();
  map.data = { labels, dimensions, vectors: Float32Array.from(vectors.flat()) };
</script>`;

const BUNDLE = `import 'flair-visual/define/embedding-map';

const map = document.querySelector('fv-embedding-map');
map.data = { labels, dimensions: 100, vectors };  // Float32Array, row-major [n, 100]
await map.run();
console.log(map.positions);                     // Float32Array, row-major [n, 2]`;

const PYTHON = `import json
words = ["king", "queen", "paris"]              # and thousands more
vectors = [model[word].tolist() for word in words]  # gensim, Flair, Hugging Face
json.dump({"labels": words, "dimensions": len(vectors[0]), "vectors": vectors},
          open("words.json", "w"))`;

/** How a map comes into any page. */
export function mapSamples(lang: Language): Sample[] {
  const { inPage, inBundle, fromPython } = STRINGS[lang];
  return [{ title: inPage, code: PAGE }, { title: inBundle, code: BUNDLE }, { title: fromPython, code: PYTHON }];
}
