import * as tf from '@tensorflow/tfjs';
import type { Scores } from './training-task';

/** Mean cross-entropy, nats, of scores [n, classes] against the right classes, int32 [n]. */
export function crossEntropy(logits: tf.Tensor2D, classes: tf.Tensor1D): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(tf.oneHot(classes, logits.shape[1]), logits);
}

/** Adds up scores over batches of different sizes. */
export class ScoreSum {
  #count = 0;
  #loss = 0;
  #right = 0;

  add(logits: tf.Tensor2D, classes: tf.Tensor1D): void {
    const count = classes.shape[0];
    const [loss, right] = tf.tidy(() => [crossEntropy(logits, classes).dataSync()[0], tf.sum(tf.cast(tf.equal(tf.argMax(logits, 1), classes), 'int32')).dataSync()[0]]);
    this.#count += count;
    this.#loss += loss * count;
    this.#right += right;
  }

  get mean(): Scores {
    return { loss: this.#loss / this.#count, accuracy: this.#right / this.#count };
  }
}
