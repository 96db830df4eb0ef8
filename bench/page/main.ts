import type { BhtsneResponse } from './wasm-bhtsne.worker';
import BhtsneWorker from './wasm-bhtsne.worker?worker';
import KeptWorker from './kept.worker?worker';
import { runMap } from './run-map';
import { runOurs, type OursOptions } from './run-ours';
import { benchWords } from './words';

/** The k and the samples of every "kept" in this project: 10 nearest, 2,000 words. */
const NEIGHBORS = 10;
const SAMPLES = 2_000;

let keptWorker: Worker | undefined;

function ask<Response>(worker: Worker, request: unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => resolve(data), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    worker.postMessage(request);
  });
}

async function keptOf(count: number, positions: Float32Array): Promise<number> {
  const { vectors, dimensions } = await benchWords(count);
  keptWorker ??= new KeptWorker();
  return ask(keptWorker, { vectors, dimensions, positions, samples: SAMPLES, k: NEIGHBORS });
}

const api = {
  /** Fetches the words before anything is measured. */
  async prepare(count: number) {
    await benchWords(count);
  },

  async ours(count: number, options: OursOptions) {
    const { positions, ...result } = await runOurs(await benchWords(count), options);
    return { ...result, kept: await keptOf(count, positions) };
  },

  async bhtsne(count: number, options: { perplexity: number; iterations: number }) {
    if (!crossOriginIsolated) throw new Error('Expected an isolated page (COOP, COEP), received none: threads need shared memory.');
    const { vectors, dimensions } = await benchWords(count);
    const worker = new BhtsneWorker();
    const threads = navigator.hardwareConcurrency;
    const { positions, ms } = await ask<BhtsneResponse>(worker, { vectors, dimensions, threads, ...options });
    worker.terminate();
    return { ms, threads, kept: await keptOf(count, positions) };
  },

  async map(count: number, options: OursOptions) {
    return runMap(await benchWords(count), options);
  },
};

export type BenchApi = typeof api;

declare global {
  interface Window {
    bench: BenchApi;
  }
}

window.bench = api;
