import * as tf from '@tensorflow/tfjs';

/**
 * x · w, [n, k] · [k, m]. The gradient transposes first and multiplies then: tfjs' WASM backend has fast kernels
 * (XNNPACK) for plain products alone, and takes four times as long for `matMul(dy, w, false, true)`.
 */
export const product = tf.customGrad((x, w, save) => {
  (save as tf.GradSaveFunc)([x as tf.Tensor, w as tf.Tensor]);
  return {
    value: tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D),
    gradFunc: (dy: tf.Tensor, [left, right]: tf.Tensor[]) => [tf.matMul(dy, tf.transpose(right)), tf.matMul(tf.transpose(left), dy)],
  };
}) as (x: tf.Tensor2D, w: tf.Tensor2D) => tf.Tensor2D;

/** Rows of a table, [n, m], by their numbers, int32 [k]. tfjs' own gradient needs a kernel that the WASM backend lacks. */
export const rowsOf = tf.customGrad((table, rows, save) => {
  (save as tf.GradSaveFunc)([rows as tf.Tensor]);
  const { shape } = table as tf.Tensor2D;
  return {
    value: tf.gather(table as tf.Tensor2D, rows as tf.Tensor1D),
    gradFunc: (dy: tf.Tensor, [taken]: tf.Tensor[]) => [tf.scatterND(tf.expandDims(taken, 1), dy, shape), tf.zerosLike(taken)],
  };
}) as (table: tf.Tensor2D, rows: tf.Tensor1D) => tf.Tensor2D;
