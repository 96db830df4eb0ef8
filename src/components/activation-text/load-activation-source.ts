import { arrayToMatrix, FvError, parseNpy, parseNpz, parseSafetensors, toActivationMatrix, type ActivationData, type ActivationMatrix, type Segmentation } from '../../engine';

/**
 * Fetches what a text shows. `.npy`, `.npz` and `.safetensors` hold activations [segments, units], `textSrc` names their
 * text; of several arrays the one called `activations`, or else the first, is the sample's own, the others are layers.
 * `.json` holds an `ActivationData`, with `activations` nested or flat with a `shape`, and its text unless `textSrc` gives it.
 * @throws FvError `network` where a file does not come, `format` where it cannot be read, `aborted`.
 */
export async function loadActivationSource(src: string, textSrc: string, segmentation: Segmentation, signal: AbortSignal): Promise<ActivationData> {
  const [bytes, text] = await Promise.all([request(src, signal), textSrc === '' ? null : request(textSrc, signal).then(decode)]);
  if (extensionOf(src) === 'json') return fromJson(decode(bytes), text, segmentation);
  if (text === null) throw formatError('text-src beside the activations', 'none', 'name the text that the model read');
  const arrays = readArrays(bytes, extensionOf(src));
  const own = arrays.find(({ name }) => name === 'activations') ?? arrays[0];
  const layers = arrays.filter((array) => array !== own);
  return { ...own, name: '', text, segmentation, ...(layers.length > 0 && { layers }) };
}

function extensionOf(url: string): string {
  return /\.(\w+)$/.exec(new URL(url, 'https://page.invalid').pathname)?.[1].toLowerCase() ?? '';
}

function readArrays(bytes: ArrayBuffer, extension: string): (ActivationMatrix & { name: string })[] {
  if (extension === 'npz') return Array.from(parseNpz(bytes).value, ([name, { values, shape }]) => ({ name, ...arrayToMatrix(values, shape) }));
  if (extension === 'safetensors') return Array.from(parseSafetensors(bytes).tensors, ([name, tensor]) => ({ name, ...arrayToMatrix(tensor.read(), tensor.shape) }));
  const { values, shape } = parseNpy(bytes);
  return [{ name: '', ...arrayToMatrix(values, shape) }];
}

type JsonSample = Record<string, unknown>;

function fromJson(source: string, text: string | null, segmentation: Segmentation): ActivationData {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw formatError('JSON', String(error), 'save it with json.dump');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw formatError('an object with text and activations', Array.isArray(value) ? 'a list' : String(value), 'write { "text": …, "activations": … }');
  const object = value as JsonSample;
  const samples = listOf(object.samples).map((sample) => sampleOf(sample, segmentation));
  // A table of sentences has no sample of its own.
  if (text === null && object.text === undefined && samples.length > 0) return { ...object, samples } as unknown as ActivationData;
  return { ...sampleOf(text === null ? object : { ...object, text }, segmentation), ...(samples.length > 0 && { samples }) };
}

function sampleOf(object: JsonSample, segmentation: Segmentation): ActivationData {
  return {
    segmentation, ...object,
    // Scores of classes may stand alone.
    ...((object.activations !== undefined || listOf(object.classes).length === 0) && matrixOf(object)),
    ...(object.layers !== undefined && { layers: listOf(object.layers).map((layer) => ({ ...layer, ...matrixOf(layer) })) }),
    ...(object.classes !== undefined && { classes: listOf(object.classes).map((scores) => ({ ...scores, ...matrixOf(scores) })) }),
  } as ActivationData;
}

function listOf(value: unknown): JsonSample[] {
  return Array.isArray(value) ? (value as JsonSample[]) : [];
}

/** Numbers of JSON, where `null` stands for NaN, which JSON does not know. */
function matrixOf({ activations, shape }: JsonSample): ActivationMatrix {
  if (!Array.isArray(activations)) throw formatError('activations as a list of numbers or of rows', typeof activations, 'write one row of numbers per segment');
  const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
  if (Array.isArray(activations[0])) return toActivationMatrix((activations as unknown[][]).map((row) => Float32Array.from(row, number)));
  return toActivationMatrix(Float32Array.from(activations as unknown[], number), Array.isArray(shape) ? Number(shape[1]) : 1);
}

function decode(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

async function request(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
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

function formatError(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'format', expected, received, fix });
}
