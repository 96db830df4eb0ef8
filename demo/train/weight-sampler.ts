import type * as tf from '@tensorflow/tfjs';
import { createRandom } from '../../src/engine/random';

/** Slots of each tensor that are followed, as many as Flair's `WeightExtractor` follows. */
const SLOTS = 10;

/** A weight at one moment: what a line of Flair's `weights.txt` says. */
export interface SampledWeights {
  name: string;
  /** Numbers of the slots in the tensor's rows, one after the other. */
  slots: Int32Array;
  values: Float32Array;
}

/** Follows some weights of each tensor, drawn once. */
export class WeightSampler {
  readonly #slots: ReadonlyMap<string, Int32Array>;

  constructor(parameters: ReadonlyMap<string, tf.Variable>, seed: number) {
    const random = createRandom(seed);
    this.#slots = new Map([...parameters].map(([name, { size }]) => [name, drawnSlots(size, random)]));
  }

  sample(parameters: ReadonlyMap<string, tf.Variable>): SampledWeights[] {
    return [...parameters].map(([name, variable]) => {
      const slots = this.#slots.get(name)!;
      const all = variable.dataSync();
      return { name, slots, values: Float32Array.from(slots, (slot) => all[slot]) };
    });
  }
}

/** Different slots, ascending. */
function drawnSlots(size: number, random: () => number): Int32Array {
  const slots = new Set<number>();
  while (slots.size < Math.min(SLOTS, size)) slots.add(Math.floor(random() * size));
  return Int32Array.from(slots).sort();
}
