import { createSourceWorker, FvError, type ActivationData, type Segmentation } from '../../engine';

/**
 * Fetches what a text shows, and has it read in a worker. `.npy`, `.npz` and `.safetensors` hold activations [segments, units], `textSrc` names their
 * text; `.json` holds an `ActivationData` and its text unless `textSrc` gives it. See `readActivationFile`.
 * @throws FvError `network` where a file does not come, `format` where it cannot be read, `aborted`.
 */
export async function loadActivationSource(src: string, textSrc: string, segmentation: Segmentation, signal: AbortSignal): Promise<ActivationData> {
  const [bytes, text] = await Promise.all([request(src, signal), textSrc === '' ? null : request(textSrc, signal).then(decode)]);
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

/** The bytes of an address. @throws FvError `network` where they do not come, `aborted`. */
export async function request(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  let received: string;
  try {
    const response = await fetch(url, { signal });
    if (response.ok) return await response.arrayBuffer();
    received = `HTTP ${response.status}`;
  } catch (error) {
    if (signal.aborted) throw FvError.from(error);
    received = String(error);
  }
  throw new FvError({ code: 'network', expected: `the file ${url}`, received, fix: 'check the address, and whether its server lets this page read it (CORS)' });
}
