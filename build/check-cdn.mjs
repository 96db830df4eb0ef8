// Loads the CDN file as its users do: a plain page, one <script type="module">, the file on another origin.
// The page must get the element, layouts of both kinds of backend from the inlined engine's worker, and a search from
// the inlined worker of tasks: a regular expression runs in no other place.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../test/harness/chromium.mjs';

/** Serves one text on a free port of 127.0.0.1. @returns {Promise<{ origin: string; close(): void }>} */
function serve(type, body) {
  return new Promise((resolve) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    }).listen(0, '127.0.0.1', () => resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}

const cdn = await serve('text/javascript', readFileSync(new URL('../dist/cdn.js', import.meta.url)));
const page = await serve('text/html', `<!doctype html><title>CDN</title><fv-embedding-map></fv-embedding-map>
<script type="module">
  import { Tsne } from '${cdn.origin}/cdn.js';
  const vectors = Float32Array.from({ length: 60 * 4 }, (_, i) => Math.sin(i * i));
  async function layOut(backend) {
    const tsne = await Tsne.create(vectors, { dimensions: 4, perplexity: 5, iterations: 20, backend });
    let last;
    for await (const progress of tsne.run()) last = progress;
    tsne.dispose();
    return last.positions.length;
  }
  try {
    const map = document.querySelector('fv-embedding-map');
    map.data = { labels: Array.from({ length: 60 }, (_, i) => 'word ' + i), positions: vectors.slice(0, 120) };
    window.result = {
      registered: customElements.get('fv-embedding-map') !== undefined,
      positions: { cpu: await layOut('cpu'), webgl: await layOut('webgl') },
      found: [...await map.search('7$', { mode: 'regex' })],
    };
  } catch (error) {
    window.result = { error: String(error) };
  }
</script>`);

const browser = await chromium.launch(await chromiumLaunch());
try {
  const tab = await browser.newPage();
  const errors = [];
  const workers = new Set();
  tab.on('worker', (worker) => workers.add(worker.url()));
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(page.origin);
  const result = await tab.waitForFunction(() => window.result, undefined, { timeout: 60_000 }).then((handle) => handle.jsonValue(), (error) => ({ error: error.message }));
  if (result.error) errors.push(result.error);
  else if (!result.registered) errors.push('Expected <fv-embedding-map> to be registered.');
  else {
    for (const [backend, length] of Object.entries(result.positions)) if (length !== 120) errors.push(`Expected 120 coordinates of ${backend}, received ${length}.`);
    if (String(result.found) !== '7,17,27,37,47,57') errors.push(`Expected the words that end in 7, received ${result.found}.`);
    if (workers.size < 2) errors.push(`Expected workers of the engine and of tasks, received ${[...workers].join(', ') || 'none'}.`);
  }
  for (const error of errors) console.error(`✗ dist/cdn.js in a page of another origin: ${error}`);
  if (errors.length === 0) console.log('✓ dist/cdn.js works from a page of another origin: layouts and searches in its workers');
  process.exitCode = errors.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  cdn.close();
  page.close();
}
