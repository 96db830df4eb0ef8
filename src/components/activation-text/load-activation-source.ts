import { createSourceWorker, type ActivationData, type Segmentation } from '../../engine';
import { bytesOf } from '../load-bytes';

/**
 * Fetches what a text shows, and has it read in a worker. `.npy`, `.npz` and `.safetensors` hold activations [segments, units], `textSrc` names their
 * text; `.json` holds an `ActivationData` and its text unless `textSrc` gives it. See `readActivationFile`.
 * @throws FvError `network` where a file does not come, `format` where it cannot be read, `aborted`.
 */
export async function loadActivationSource(src: string, textSrc: string, segmentation: Segmentation, signal: AbortSignal): Promise<ActivationData> {
  const [bytes, text] = await Promise.all([bytesOf(src, signal), textSrc === '' ? null : bytesOf(textSrc, signal).then(decode)]);
  const worker = createSourceWorker();
  try {
    return await worker.call('activations', { bytes, extension: extensionOf(src), text, segmentation }, { signal, transfer: [bytes] });
  } finally {
    worker.dispose();
  }
}

function extensionOf(url: string): string {
  return /\.(\w+)$/.exec(new URL(url, 'https://page.invalid').pathname)?.[1].toLowerCase() ?? '';
}

function decode(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}
