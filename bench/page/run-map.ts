import '../../src/define/embedding-map';
import type { Words } from '../../demo/data/word-set';
import { longestTaskDuring } from './long-tasks';
import type { OursOptions } from './layouts/ours';

/** One layout in the element, drawn as it goes: the longest task of the main thread. */
export async function runMap({ vectors, dimensions, words }: Words, { backend, perplexity, iterations, seed }: OursOptions) {
  const map = document.createElement('fv-embedding-map');
  Object.assign(map, { backend, perplexity, iterations, seed, autorun: true });
  document.body.append(map);
  let progressEvents = 0;
  map.addEventListener('fv-layout-progress', () => progressEvents++);
  try {
    const { value, ...longest } = await longestTaskDuring(() => new Promise<number>((resolve, reject) => {
      const started = performance.now();
      map.addEventListener('fv-layout-end', () => resolve(performance.now() - started), { once: true });
      map.addEventListener('fv-error', (event) => reject(event.detail.error), { once: true });
      map.data = { vectors, dimensions, labels: words };
    }));
    return { ms: value, ...longest, progressEvents, backend: map.status?.backend ?? null };
  } finally {
    map.remove();
  }
}
