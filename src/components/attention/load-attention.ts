import { FvError, parseNpy, parseNpz, type AttentionData } from '../../engine';
import { bytesOf } from '../load-bytes';

/**
 * Fetches attention. `.npy` and `.npz` (the array called `attention`, or else the first) hold [layers, heads, from, to], one axis
 * less for a single layer, two less for a single head, or a batch of one: [layers, 1, heads, from, to]. `.json` holds an
 * `AttentionData`, `attention` nested or flat with a `shape`; `null` is masked.
 * @throws FvError `network` where a file does not come, `format` where it cannot be read, `aborted`.
 */
export async function loadAttention(src: string, textSrc: string, signal: AbortSignal): Promise<AttentionData> {
  const [bytes, text] = await Promise.all([bytesOf(src, signal), textSrc === '' ? null : bytesOf(textSrc, signal).then((file) => new TextDecoder().decode(file))]);
  const named = text === null ? {} : readTokens(text);
  const extension = /\.(\w+)$/.exec(new URL(src, 'https://page.invalid').pathname)?.[1].toLowerCase();
  if (extension === 'json') return fromJson(new TextDecoder().decode(bytes), named);
  if (!('tokens' in named)) throw formatError('text-src beside the attention', 'none', 'name the tokens of the model\'s input');
  const { values, shape } = extension === 'npz' ? ofArchive(bytes) : parseNpy(bytes);
  return { ...named, attention: values, shape: fourAxes(shape) } as AttentionData;
}

function ofArchive(bytes: ArrayBuffer) {
  const arrays = parseNpz(bytes).value;
  return arrays.get('attention') ?? arrays.values().next().value!;
}

function fourAxes(shape: readonly number[]): [number, number, number, number] {
  const axes = shape.length === 5 && shape[1] === 1 ? [shape[0], ...shape.slice(2)] : shape;
  if (axes.length < 2 || axes.length > 4) throw formatError('an array of shape [layers, heads, from, to]', `[${shape.join(', ')}]`, 'stack the layers, and take one sentence of the batch');
  return [...Array.from({ length: 4 - axes.length }, () => 1), ...axes] as [number, number, number, number];
}

function readTokens(text: string): Partial<AttentionData> {
  if (!/^\s*[[{]\s*"/.test(text)) return { tokens: text.replace(/\r?\n$/, '').split(/\r?\n/) };
  const value = readJson(text);
  return Array.isArray(value) ? { tokens: value as string[] } : (value as Partial<AttentionData>);
}

function readJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw formatError('JSON', String(error), 'save it with json.dump');
  }
}

function fromJson(source: string, named: Partial<AttentionData>): AttentionData {
  const value = { ...(readJson(source) as object), ...named } as unknown as Record<'attention' | 'shape', unknown>;
  if (!Array.isArray(value.attention)) throw formatError('an object with attention, a list', typeof value.attention, 'write { "tokens": …, "attention": … }');
  const shape: number[] = [];
  for (let at: unknown = value.attention; Array.isArray(at); at = at[0]) shape.push(at.length);
  const flat = (value.attention as unknown[]).flat(4);
  const attention = Float32Array.from(flat, (number) => (typeof number === 'number' ? number : Number.NaN));
  return { ...value, attention, shape: shape.length === 1 && Array.isArray(value.shape) ? fourAxes(value.shape as number[]) : fourAxes(shape) } as unknown as AttentionData;
}

function formatError(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'format', expected, received, fix });
}
