import * as tf from '@tensorflow/tfjs';
import { SentencePieces, type Pieces } from './sentence-pieces';
import { DIMENSIONS } from './sentence-size';

const LAYERS = [0, 1] as const;

const STACK = 'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack';
const states = (layer: number) => `${STACK}/Layer_${layer}/TransformerLayer/FFN/layer_postprocess/add`;
const attention = (layer: number) => `${STACK}/Layer_${layer}/TransformerLayer/MultiheadAttention/DotProductAttention/BaseDotProductAttention/attention_weights`;

/** What the encoder does inside, for one text. */
export interface SentenceInside extends Pieces {
  /** States of the pieces after each layer, row-major [pieces, 512]. */
  states: Float32Array[];
  /** Attention in each layer, row-major [heads, from, to]; each row adds up to 1. */
  attention: Float32Array[];
  heads: number;
}

/**
 * The Universal Sentence Encoder Lite (Cer et al. 2018): two layers of a transformer over pieces of words. Two texts
 * mean much the same where the cosine of their vectors is large.
 */
export class SentenceEncoder {
  readonly #model: tf.GraphModel;
  readonly #pieces: SentencePieces;

  constructor(model: tf.GraphModel, vocabulary: readonly (readonly [string, number])[]) {
    this.#model = model;
    this.#pieces = new SentencePieces(vocabulary);
  }

  /** Vectors of length 1, row-major [texts, 512]. A text without letters has a row of zeros. */
  async encode(texts: readonly string[]): Promise<Float32Array> {
    const cut = texts.map((text) => this.#pieces.cut(text));
    const vectors = new Float32Array(texts.length * DIMENSIONS);
    // The model takes no empty row.
    const rows = cut.flatMap(({ ids }, row) => (ids.length > 0 ? [row] : []));
    if (rows.length === 0) return vectors;
    const output = await this.#run(rows.map((row) => cut[row]));
    const encoded = await output.data<'float32'>();
    output.dispose();
    rows.forEach((row, i) => vectors.set(encoded.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), row * DIMENSIONS));
    return vectors;
  }

  /** @throws Error for a text without letters. */
  async lookInside(text: string): Promise<SentenceInside> {
    const cut = this.#pieces.cut(text);
    if (cut.ids.length === 0) throw new Error('Expected a text, received only blanks.');
    const outputs = await this.#run([cut], [...LAYERS.map(states), ...LAYERS.map(attention)]);
    const heads = outputs[LAYERS.length].shape[1]!;
    const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
    tf.dispose(outputs);
    return { ...cut, states: values.slice(0, LAYERS.length), attention: values.slice(LAYERS.length), heads };
  }

  dispose(): void {
    this.#model.dispose();
  }

  #run(cut: readonly Pieces[]): Promise<tf.Tensor>;
  #run(cut: readonly Pieces[], outputs: string[]): Promise<tf.Tensor[]>;
  async #run(cut: readonly Pieces[], outputs?: string[]): Promise<tf.Tensor | tf.Tensor[]> {
    const places = cut.flatMap(({ ids }, row) => Array.from(ids, (_, at) => [row, at]));
    const inputs = { indices: tf.tensor2d(places, [places.length, 2], 'int32'), values: tf.tensor1d(cut.flatMap(({ ids }) => Array.from(ids)), 'int32') };
    try {
      return await this.#model.executeAsync(inputs, outputs);
    } finally {
      tf.dispose(inputs);
    }
  }
}
