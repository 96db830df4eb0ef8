/** Starts a worker, asks it once and ends it. */
export function askWorker<Response>(create: () => Worker, request: unknown): Promise<Response> {
  const worker = create();
  return new Promise<Response>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** Rows as arrays of numbers, as libraries without typed arrays want them. */
export function rowsOf(vectors: Float32Array, dimensions: number): number[][] {
  return Array.from({ length: vectors.length / dimensions }, (_, i) => Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions)));
}
