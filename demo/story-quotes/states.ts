import type { ActivationData, ActivationSample } from '../../src/engine';
import { request } from '../data/download';
import { STORY_QUOTES_PATH, type QuoteStates } from '../data/story-quotes-format';
import { decodeVectors } from '../data/vector-encoding';
import type { States } from './quote-response';

export interface LoadedStates {
  content: QuoteStates;
  trained: States;
  untrained: States;
}

/** The prepared states. @throws where the server has no such files. */
export async function loadStates(): Promise<LoadedStates> {
  const url = (file: string) => new URL(`${STORY_QUOTES_PATH}/${file}`, document.baseURI).href;
  const bytes = async (file: string) => new Uint8Array(await (await request(url(file))).arrayBuffer());
  const [content, ...both] = await Promise.all([request(url('text.json')).then((response) => response.json() as Promise<QuoteStates>), bytes('trained.i8'), bytes('untrained.i8')]);
  const { passages, units } = content;
  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  const [trained, untrained] = both.map((part): States => {
    const values = new Float32Array(units * characters);
    decodeVectors(part, characters, 'int8', values);
    return { passages, units, values };
  });
  return { content, trained, untrained };
}

/** The passages as the elements want them: the trained model's states, and the untrained one's as a further layer. */
export function activationsOf({ content, trained, untrained }: LoadedStates, name: (passage: number) => string, layer: string): ActivationData {
  const { passages, units } = content;
  let start = 0;
  const samples = passages.map(({ text }, i): ActivationSample => {
    const shape = [text.length, units] as const;
    const [own, other] = [trained, untrained].map((states) => rows(states, start, text.length));
    start += text.length;
    return { text, segmentation: 'char', name: name(i), activations: own, shape, layers: [{ name: layer, activations: other, shape }] };
  });
  return { ...samples[0], samples: samples.slice(1) };
}

/** Row-major [characters, units]. */
function rows({ units, values }: States, start: number, length: number): Float32Array {
  const characters = values.length / units;
  return Float32Array.from({ length: length * units }, (_, i) => values[(i % units) * characters + start + Math.floor(i / units)]);
}
