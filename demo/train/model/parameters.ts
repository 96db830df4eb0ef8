import * as tf from '@tensorflow/tfjs';
import { createRandom } from '../../../src/engine/random';

/** The parameters of a model by name, from a seed: the same on every backend. Who creates them disposes them. */
export class Parameters {
  readonly #random: () => number;
  readonly #variables = new Map<string, tf.Variable>();

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  /** In the order they were made. */
  get all(): ReadonlyMap<string, tf.Variable> {
    return this.#variables;
  }

  /** Evenly within ±√(6 / (rows + columns)) (Glorot & Bengio 2010). */
  matrix(name: string, rows: number, columns: number): tf.Tensor2D {
    const limit = Math.sqrt(6 / (rows + columns));
    return this.#keep(name, Float32Array.from({ length: rows * columns }, () => limit * (2 * this.#random() - 1)), [rows, columns]);
  }

  /** A vector for each of so many tokens, evenly within ±0.5 / √columns. */
  table(name: string, rows: number, columns: number): tf.Tensor2D {
    const limit = 0.5 / Math.sqrt(columns);
    return this.#keep(name, Float32Array.from({ length: rows * columns }, () => limit * (2 * this.#random() - 1)), [rows, columns]);
  }

  zeros(name: string, length: number): tf.Tensor1D {
    return this.#keep(name, new Float32Array(length), [length]);
  }

  /** Biases of an LSTM: 1 at the forget gates (Gers et al. 2000), else 0. */
  lstmBias(name: string, units: number): tf.Tensor1D {
    return this.#keep(name, new Float32Array(4 * units).fill(1, units, 2 * units), [4 * units]);
  }

  dispose(): void {
    for (const variable of this.#variables.values()) variable.dispose();
  }

  #keep<Rank extends tf.Rank>(name: string, values: Float32Array, shape: tf.ShapeMap[Rank]): tf.Tensor<Rank> {
    const initial = tf.tensor<Rank>(values, shape);
    const variable = tf.variable<Rank>(initial, true);
    initial.dispose();
    this.#variables.set(name, variable);
    return variable;
  }
}
