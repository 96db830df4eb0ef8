import { parseNpy, parseNpz, parseSafetensors } from '../formats';
import { formatError } from '../formats/parsed';
import type { ActivationData, ActivationMatrix, ActivationSample, Segmentation } from './activation-data';
import { arrayToMatrix, toActivationMatrix } from './to-matrix';

/** A file of activations in memory. */
export interface ActivationFile {
  bytes: ArrayBuffer;
  /** What its name ends with, in small letters: `npy`, `npz`, `safetensors` or `json`. */
  extension: string;
  /** The text that the model read; null: the file holds it. */
  text: string | null;
  /** What a row stands for, unless the file says it. */
  segmentation: Segmentation;
}

/**
 * Reads `.npy`, `.npz` and `.safetensors` of activations [segments, units], where of several arrays the one called `activations`, or else the first, is the
 * sample's own and the others are layers; and `.json` of an {@link ActivationData}, with `activations` nested, or flat with a `shape`.
 * @throws FvError `format` for a file that cannot be read, `invalid-data` for shapes that are none of a matrix.
 */
export function readActivationFile({ bytes, extension, text, segmentation }: ActivationFile): ActivationData {
  if (extension === 'json') return fromJson(new TextDecoder().decode(bytes), text, segmentation);
  if (text === null) throw formatError('text-src beside the activations', 'none', 'name the text that the model read');
  const arrays = readArrays(bytes, extension);
  const own = arrays.find(({ name }) => name === 'activations') ?? arrays[0];
  const layers = arrays.filter((array) => array !== own);
  return { ...own, name: '', text, segmentation, ...(layers.length > 0 && { layers }) };
}

/** The buffers of all matrices of data, each once: what moves to another thread with it. */
export function activationBuffers({ samples = [], ...own }: ActivationData): ArrayBufferLike[] {
  const matrices = [own, ...samples].flatMap((sample: ActivationSample) => [sample, ...(sample.layers ?? []), ...(sample.classes ?? [])]);
  // A table of sentences has no activations of its own.
  return [...new Set(matrices.flatMap(({ activations }: Partial<ActivationMatrix>) => (activations ? [activations.buffer] : [])))];
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
