// Loads the CDN file as its users do: a plain page, one <script type="module">, the file on another origin.
// The page must get the element and a layout from the inline worker.
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
  try {
    const vectors = Float32Array.from({ length: 60 * 4 }, (_, i) => Math.sin(i * i));
    const tsne = await Tsne.create(vectors, { dimensions: 4, perplexity: 5, iterations: 20, backend: 'cpu' });
    let last;
    for await (const progress of tsne.run()) last = progress;
    tsne.dispose();
    window.result = { registered: customElements.get('fv-embedding-map') !== undefined, positions: last.positions.length };
  } catch (error) {
    window.result = { error: String(error) };
  }
</script>`);

const browser = await chromium.launch(await chromiumLaunch());
try {
  const tab = await browser.newPage();
  const errors = [];
  let workers = 0;
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('worker', () => workers++);
  await tab.goto(page.origin);
  const result = await tab.waitForFunction(() => window.result, undefined, { timeout: 60_000 }).then((handle) => handle.jsonValue(), (error) => ({ error: error.message }));
  if (result.error) errors.push(result.error);
  else if (!result.registered) errors.push('Expected <fv-embedding-map> to be registered.');
  else if (result.positions !== 120) errors.push(`Expected 120 coordinates, received ${result.positions}.`);
  else if (workers === 0) errors.push('Expected the layout to run in a worker, received none.');
  for (const error of errors) console.error(`✗ dist/cdn.js in a page of another origin: ${error}`);
  if (errors.length === 0) console.log('✓ dist/cdn.js works from a page of another origin, layout in a worker');
  process.exitCode = errors.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  cdn.close();
  page.close();
}
