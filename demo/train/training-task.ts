import type * as tf from '@tensorflow/tfjs';
import type { ActivationData } from '../../src/engine/activation';

/** What a model says on text it was not trained on. */
export interface Scores {
  /** Mean cross-entropy of a prediction, nats. */
  loss: number;
  /** Share of right predictions, 0 … 1. */
  accuracy: number;
}

/** What can be seen of a model at one moment. Arrays are its reader's own. */
export interface ModelView {
  /** The model's states at a text that is always the same. */
  activations: ActivationData;
  /** Vectors of characters or words, row-major [n, dimensions]; their labels are {@link TrainingTask.tokens}. */
  vectors: Float32Array;
  dimensions: number;
  /** What the model writes, or how it tags a text. */
  sample: string;
}

/** What the vectors of a model stand for. */
export interface TokenTable {
  labels: readonly string[];
  /** What kind each of them is. */
  kinds: readonly string[];
  counts: Float32Array;
}

/** A model and the data it learns from. */
export interface TrainingTask {
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  readonly tokens: TokenTable;
  readonly stepsPerEpoch: number;
  /** Mean cross-entropy of the next batch, nats: a scalar whose gradient can be taken. Each call goes on in the data. */
  nextLoss(): tf.Scalar;
  evaluate(): Scores;
  view(): ModelView;
  dispose(): void;
}
