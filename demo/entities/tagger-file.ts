import { decodeVectors, encodeVectors } from '../data/vector-encoding';
import type { TaggerWeights } from './sequence-tagger';

/** `tagger.json`; the weights of the features lie beside it, in `tagger.i8`. */
export interface TaggerHeader {
  /** Package and version of the corpus. */
  source: string;
  tags: readonly string[];
  /** Names of the features, in the order of their rows: none holds a line break. */
  features: string;
  transitions: number[];
  temperature: number;
}

/** A tagger as it is stored: weights of the features as bytes with a scale for each feature. */
export function encodeTagger({ tags, features, emissions, transitions, temperature }: TaggerWeights, source: string): { header: TaggerHeader; bytes: Uint8Array<ArrayBuffer> } {
  const header = { source, tags, features: [...features.keys()].join('\n'), transitions: Array.from(transitions, (weight) => Math.round(weight * 1e3) / 1e3), temperature };
  return { header, bytes: encodeVectors(emissions, tags.length, 'int8') };
}

export function decodeTagger({ tags, features, transitions, temperature }: TaggerHeader, bytes: Uint8Array<ArrayBuffer>): TaggerWeights {
  const names = features.split('\n');
  const emissions = new Float32Array(names.length * tags.length);
  decodeVectors(bytes, tags.length, 'int8', emissions);
  return { tags, features: new Map(names.map((name, row) => [name, row])), emissions, transitions: Float32Array.from(transitions), temperature };
}
