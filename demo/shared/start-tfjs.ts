import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';

/** Where a model runs. */
export type ModelBackend = 'wasm' | 'webgl' | 'cpu';

/**
 * Makes tfjs ready in a worker; the backend it runs on, plain JavaScript where the one asked for is missing. WebAssembly is the
 * fastest for models this small: a step is hundreds of operations, and each costs a GPU more to start than to do.
 */
export async function startTfjs(backend: ModelBackend): Promise<ModelBackend> {
  const at = (url: string) => new URL(url, import.meta.url).href;
  setWasmPaths({ 'tfjs-backend-wasm.wasm': at(plain), 'tfjs-backend-wasm-simd.wasm': at(simd), 'tfjs-backend-wasm-threaded-simd.wasm': at(threaded) });
  // A backend that cannot start either says so or throws.
  const started = await tf.setBackend(backend).catch(() => false);
  if (!started) await tf.setBackend('cpu');
  await tf.ready();
  return started ? backend : 'cpu';
}
