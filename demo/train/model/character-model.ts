import * as tf from '@tensorflow/tfjs';
import { product, rowsOf } from './fast-ops';
import { lstm, startState, type LstmOutput, type LstmState } from './lstm';
import { Parameters } from './parameters';

export interface CharacterModelSize {
  characters: number;
  /** Length of a character's vector. */
  dimensions: number;
  units: number;
}

/**
 * A forward language model over characters, of the kind Flair's embeddings come from (Akbik, Blythe & Vollgraf 2018),
 * smaller: a vector for each character, one layer of LSTM, and a score for each character that may come next.
 */
export class CharacterModel {
  readonly size: CharacterModelSize;
  readonly parameters: Parameters;
  readonly #embedding: tf.Tensor2D;
  readonly #kernel: tf.Tensor2D;
  readonly #recurrent: tf.Tensor2D;
  readonly #bias: tf.Tensor1D;
  readonly #decoder: tf.Tensor2D;
  readonly #decoderBias: tf.Tensor1D;

  constructor(size: CharacterModelSize, seed: number) {
    this.size = size;
    const { characters, dimensions, units } = size;
    const parameters = (this.parameters = new Parameters(seed));
    this.#embedding = parameters.table('encoder.weight', characters, dimensions);
    this.#kernel = parameters.matrix('rnn.weight_ih', dimensions, 4 * units);
    this.#recurrent = parameters.matrix('rnn.weight_hh', units, 4 * units);
    this.#bias = parameters.lstmBias('rnn.bias', units);
    this.#decoder = parameters.matrix('decoder.weight', units, characters);
    this.#decoderBias = parameters.zeros('decoder.bias', characters);
  }

  /** The characters' vectors, [characters, dimensions]. */
  get embedding(): tf.Tensor2D {
    return this.#embedding;
  }

  /** Reads characters, numbers int32 [steps · batch] with the batch side by side, from a state on. */
  read(characters: tf.Tensor1D, start: LstmState): LstmOutput {
    const { dimensions: _, units } = this.size;
    const batch = start.hidden.shape[0];
    const inputs = tf.add(product(rowsOf(this.#embedding, characters), this.#kernel), this.#bias);
    return lstm(tf.reshape(inputs, [-1, batch, 4 * units]), this.#recurrent, start);
  }

  /** Scores (logits) of the next character after each state, [steps · batch, characters]. */
  predict({ hidden }: Pick<LstmOutput, 'hidden'>): tf.Tensor2D {
    return tf.add(product(tf.reshape(hidden, [-1, this.size.units]), this.#decoder), this.#decoderBias);
  }

  /** The state at the beginning of so many texts. */
  start(batch: number): LstmState {
    return startState(batch, this.size.units);
  }
}
