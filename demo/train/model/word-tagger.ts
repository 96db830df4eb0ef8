import * as tf from '@tensorflow/tfjs';
import { product, rowsOf } from './fast-ops';
import { lstm, startState } from './lstm';
import { Parameters } from './parameters';

export interface WordTaggerSize {
  words: number;
  endings: number;
  tags: number;
  /** Length of a word's vector. */
  wordDimensions: number;
  /** Length of the vector of a word's ending. */
  endingDimensions: number;
  /** Of the LSTM in each direction. */
  units: number;
}

/** A batch of sentences that all have the same number of words, side by side: [words · sentences]. */
export interface TaggerInput {
  words: tf.Tensor1D;
  endings: tf.Tensor1D;
  sentences: number;
}

/** Parts of speech by a bidirectional LSTM over vectors of words and of their endings (after Huang, Xu & Yu 2015, without the CRF). */
export class WordTagger {
  readonly size: WordTaggerSize;
  readonly parameters: Parameters;
  readonly #words: tf.Tensor2D;
  readonly #endings: tf.Tensor2D;
  readonly #directions: { kernel: tf.Tensor2D; recurrent: tf.Tensor2D; bias: tf.Tensor1D }[];
  readonly #decoder: tf.Tensor2D;
  readonly #decoderBias: tf.Tensor1D;

  constructor(size: WordTaggerSize, seed: number) {
    this.size = size;
    const { words, endings, tags, wordDimensions, endingDimensions, units } = size;
    const parameters = (this.parameters = new Parameters(seed));
    this.#words = parameters.table('words.weight', words, wordDimensions);
    this.#endings = parameters.table('endings.weight', endings, endingDimensions);
    this.#directions = ['rnn', 'rnn_reverse'].map((name) => ({
      kernel: parameters.matrix(`${name}.weight_ih`, wordDimensions + endingDimensions, 4 * units),
      recurrent: parameters.matrix(`${name}.weight_hh`, units, 4 * units),
      bias: parameters.lstmBias(`${name}.bias`, units),
    }));
    this.#decoder = parameters.matrix('linear.weight', 2 * units, tags);
    this.#decoderBias = parameters.zeros('linear.bias', tags);
  }

  /** The words' vectors, [words, wordDimensions]. */
  get words(): tf.Tensor2D {
    return this.#words;
  }

  /** States of both directions at every word, [words · sentences, 2 · units]: forward, then backward. */
  read({ words, endings, sentences }: TaggerInput): tf.Tensor2D {
    const { units } = this.size;
    const vectors = tf.concat([rowsOf(this.#words, words), rowsOf(this.#endings, endings)], 1);
    const states = this.#directions.map(({ kernel, recurrent, bias }, backward) => {
      const inputs = tf.reshape<tf.Rank.R3>(tf.add(product(vectors, kernel), bias), [-1, sentences, 4 * units]);
      const { hidden } = lstm(backward ? tf.reverse<tf.Tensor3D>(inputs, 0) : inputs, recurrent, startState(sentences, units));
      return tf.reshape<tf.Rank.R2>(backward ? tf.reverse(hidden, 0) : hidden, [-1, units]);
    });
    return tf.concat(states, 1);
  }

  /** Scores (logits) of the tags, [words · sentences, tags]. */
  predict(states: tf.Tensor2D): tf.Tensor2D {
    return tf.add(product(states, this.#decoder), this.#decoderBias);
  }
}
