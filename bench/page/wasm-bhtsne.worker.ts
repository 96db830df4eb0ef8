import init, { bhtSNEf32, initThreadPool } from 'wasm-bhtsne';

export interface BhtsneRequest {
  /** Row-major [n, dimensions]. */
  vectors: Float32Array;
  dimensions: number;
  perplexity: number;
  iterations: number;
  threads: number;
}

export interface BhtsneResponse {
  /** Row-major [n, 2]. */
  positions: Float32Array;
  /** Data in its own form (arrays of rows) to last step; loading and starting the threads is not counted. */
  ms: number;
}

addEventListener('message', async ({ data }: MessageEvent<BhtsneRequest>) => {
  const { vectors, dimensions, perplexity, iterations, threads } = data;
  // Started here and not in the page: a page's main thread may not wait, which its thread pool does.
  await init();
  await initThreadPool(threads);
  const rows = Array.from({ length: vectors.length / dimensions }, (_, i) => Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions)));
  const started = performance.now();
  const tsne = new bhtSNEf32(rows, { perplexity, theta: 0.5 });
  const embedding = tsne.step(iterations) as ArrayLike<number> | ArrayLike<number>[];
  const ms = performance.now() - started;
  const response: BhtsneResponse = { positions: Float32Array.from((Array.from(embedding as ArrayLike<number>[]).flatMap((value) => (typeof value === 'number' ? value : Array.from(value))))), ms };
  postMessage(response);
});
