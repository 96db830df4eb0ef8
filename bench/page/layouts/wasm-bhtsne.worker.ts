import init, { bhtSNEf32, initThreadPool } from 'wasm-bhtsne';
import { rowsOf } from '../ask';
import { servePeer } from './peer';

servePeer(async ({ vectors, dimensions, perplexity, iterations }) => {
  if (!crossOriginIsolated) throw new Error('Expected an isolated page (COOP, COEP), received none: threads need shared memory.');
  const threads = navigator.hardwareConcurrency;
  // Started here and not in the page: a page's main thread may not wait, which its thread pool does.
  await init();
  await initThreadPool(threads);
  const rows = rowsOf(vectors, dimensions);
  const started = performance.now();
  const tsne = new bhtSNEf32(rows, { perplexity, theta: 0.5 });
  const embedding = tsne.step(iterations) as ArrayLike<number> | ArrayLike<number>[];
  const ms = performance.now() - started;
  const positions = Float32Array.from(Array.from(embedding as ArrayLike<number>[]).flatMap((value) => (typeof value === 'number' ? value : Array.from(value))));
  return { positions, ms, note: `perplexity ${perplexity}, ${iterations} steps, ${threads} threads` };
});
