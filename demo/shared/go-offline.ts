/**
 * Keeps the page for the time without a network: see `service-worker.js`. In the built site alone, and after everything else;
 * where a browser has no service workers, or refuses them, nothing is missing but that.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => { addEventListener('load', resolve, { once: true }); });
  try {
    await navigator.serviceWorker.register('service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage([location.href.split(/[?#]/)[0]]);
    // What was loaded, or under way, before the service worker took over. It leaves alone what it has.
    new PerformanceObserver((list) => active?.postMessage(list.getEntries().map(({ name }) => name))).observe({ type: 'resource', buffered: true });
  } catch {
    // Not over plain HTTP, not in a private window of some browsers: the site works as before.
  }
}
