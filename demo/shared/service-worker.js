// Lets a page that was opened once open again without a network. Written into the built site with its version, which names the
// files of the build and of the data; another version has caches of its own, and those of the one before go when no page uses it.
const VERSION = '{version}';
const PREFIX = `flair-visual ${registration.scope} `;
const CACHE = PREFIX + VERSION;

addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('message', (event) => event.waitUntil(keep(event.data)));
addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request;
  if (method !== 'GET' || headers.has('range') || !url.startsWith(registration.scope)) return;
  event.respondWith(mode === 'navigate' ? page(event.request) : file(event.request));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  // The page that has just been opened for the first time, too.
  await clients.claim();
}

/** Pages come from the network, so that a new version is seen at once, and from the cache where there is none. */
async function page(request) {
  const cache = await caches.open(CACHE);
  const [address] = request.url.split(/[?#]/);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(address, response.clone());
    return response;
  } catch (error) {
    const known = (await cache.match(address)) ?? (await cache.match(new URL('index.html', address)));
    if (known) return known;
    throw error;
  }
}

/** Code has its hash in its name, data belongs to the version: what was fetched once is not asked for again. */
async function file(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** Fetches what a page had loaded before this was there; the browser's own cache mostly has it. */
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  await Promise.all(addresses.filter((address) => address.startsWith(registration.scope)).map(async (address) => {
    if (!(await cache.match(address))) await cache.add(address).catch(() => undefined);
  }));
}
