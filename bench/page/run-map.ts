import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import '../../src/define/embedding-map';
import type { Words } from '../../demo/data/word-set';
import { longestTaskDuring } from './long-tasks';
import type { OursOptions } from './run-ours';

/** One layout in the element, drawn as it goes: the longest task of the main thread and the pictures drawn. */
export async function runMap({ vectors, dimensions, words }: Words, { backend, perplexity, iterations, seed }: OursOptions) {
  const map = document.createElement('fv-embedding-map') as FvEmbeddingMap;
  Object.assign(map, { backend, perplexity, iterations, seed });
  document.body.append(map);
  let snapshots = 0;
  map.addEventListener('fv-layout-progress', () => snapshots++);
  try {
    const { value, longestTaskMs } = await longestTaskDuring(() => new Promise<number>((resolve, reject) => {
      const started = performance.now();
      map.addEventListener('fv-layout-end', () => resolve(performance.now() - started), { once: true });
      map.addEventListener('fv-error', (event) => reject(new Error(event.detail.message)), { once: true });
      map.data = { vectors, dimensions, labels: words };
    }));
    return { ms: value, longestTaskMs, progressEvents: snapshots, backend: map.status?.backend ?? null };
  } finally {
    map.remove();
  }
}
