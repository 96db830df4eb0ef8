const SAMPLES: Record<string, string> = {
  page: `<!doctype html>
<script type="module" src="./flair-visual/dist/cdn.js"></script>
<fv-embedding-map id="map" autorun style="height: 100vh"></fv-embedding-map>
<script type="module">
  const { labels, dimensions, vectors } = await (await fetch('words.json')).json();
  map.data = { labels, dimensions, vectors: Float32Array.from(vectors.flat()) };
</script>`,
  bundle: `import 'flair-visual/define/embedding-map';

const map = document.querySelector('fv-embedding-map');
map.data = { labels, dimensions: 100, vectors };  // Float32Array, row-major [n, 100]
await map.run();
console.log(map.positions);                     // Float32Array, row-major [n, 2]`,
  python: `import json
words = ["king", "queen", "paris"]              # and thousands more
vectors = [model[word].tolist() for word in words]  # gensim, Flair, Hugging Face
json.dump({"labels": words, "dimensions": len(vectors[0]), "vectors": vectors},
          open("words.json", "w"))`,
};

/** Fills the dialog with the code samples and lets the button open it. */
export function connectHowTo(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#how-to')!;
  for (const code of dialog.querySelectorAll<HTMLElement>('[data-sample]')) code.textContent = SAMPLES[code.dataset.sample!];
  document.querySelector('#how-to-open')!.addEventListener('click', () => dialog.showModal());
  // A press on the backdrop is a press on the dialog itself, outside its content.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}
