import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { product, rowsOf } from '../../../demo/train/model/fast-ops';
import { lastState, lstm } from '../../../demo/train/model/lstm';
import { createRandom } from '../../../src/engine/random';
import { useWasm } from './tiny-text';

beforeAll(useWasm);
beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

const random = createRandom(7);
const values = (...shape: number[]) => tf.tensor(Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => 2 * random() - 1), shape);

/** Slope of `f` in each value of `x` by a step to both sides. */
function slopes(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, step = 1e-2): number[] {
  const flat = Array.from(x.dataSync());
  const at = (i: number, by: number) => f(tf.tensor(flat.map((value, j) => (i === j ? value + by : value)), x.shape)).dataSync()[0];
  return flat.map((_, i) => (at(i, step) - at(i, -step)) / (2 * step));
}

function expectSlopes(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): void {
  const taken = Array.from(tf.grad(f)(x).dataSync());
  for (const [i, slope] of slopes(f, x).entries()) expect(taken[i]).toBeCloseTo(slope, 2);
}

const [STEPS, BATCH, UNITS] = [4, 2, 3];

describe('an LSTM', () => {
  it('does what its equations say', () => {
    const inputs = [0.5, -1, 0.25, 2];
    const recurrent = [0.3, -0.2, 0.1, 0.7];
    const [hidden, cell] = [0.4, -0.6];
    const [i, f, o, g] = inputs.map((x, k) => x + hidden * recurrent[k]);
    const logistic = (z: number) => 1 / (1 + Math.exp(-z));
    const nextCell = logistic(f) * cell + logistic(i) * Math.tanh(g);
    const output = lstm(tf.tensor3d(inputs, [1, 1, 4]), tf.tensor2d(recurrent, [1, 4]), { hidden: tf.tensor2d([hidden], [1, 1]), cell: tf.tensor2d([cell], [1, 1]) });
    expect(output.cell.dataSync()[0]).toBeCloseTo(nextCell, 5);
    expect(output.hidden.dataSync()[0]).toBeCloseTo(logistic(o) * Math.tanh(nextCell), 5);
  });

  it('has the gradient that finite differences show, in inputs, weights and both states', () => {
    const given = { inputs: values(STEPS, BATCH, 4 * UNITS), recurrent: values(UNITS, 4 * UNITS), hidden: values(BATCH, UNITS), cell: values(BATCH, UNITS) };
    const weights = values(STEPS, BATCH, 2 * UNITS);
    const sum = (changed: Partial<typeof given>) => {
      const { inputs, recurrent, hidden, cell } = { ...given, ...changed };
      const output = lstm(inputs as tf.Tensor3D, recurrent as tf.Tensor2D, { hidden: hidden as tf.Tensor2D, cell: cell as tf.Tensor2D });
      return tf.sum(tf.mul(tf.concat([output.hidden, output.cell], 2), weights));
    };
    for (const name of ['inputs', 'recurrent', 'hidden', 'cell'] as const) expectSlopes((x) => sum({ [name]: x }), given[name]);
  });

  it('read in two pieces says what it says in one', () => {
    const inputs = values(STEPS, BATCH, 4 * UNITS) as tf.Tensor3D;
    const recurrent = values(UNITS, 4 * UNITS) as tf.Tensor2D;
    const start = { hidden: values(BATCH, UNITS) as tf.Tensor2D, cell: values(BATCH, UNITS) as tf.Tensor2D };
    const [first, second] = tf.split(inputs, 2) as tf.Tensor3D[];
    const pieces = lastState(lstm(second, recurrent, lastState(lstm(first, recurrent, start))));
    const whole = lastState(lstm(inputs, recurrent, start));
    expect(pieces.hidden.dataSync()).toEqual(whole.hidden.dataSync());
    expect(pieces.cell.dataSync()).toEqual(whole.cell.dataSync());
  });

  it('refuses inputs that are not four gates wide', () => {
    const start = { hidden: tf.zeros<tf.Rank.R2>([1, 2]), cell: tf.zeros<tf.Rank.R2>([1, 2]) };
    expect(() => lstm(tf.zeros([3, 1, 6]), tf.zeros([2, 8]), start)).toThrow('Expected inputs of 8 gates, received 6.');
  });
});

describe('fast operations', () => {
  it('multiply, with the gradient of both sides', () => {
    const [x, w] = [values(3, 4) as tf.Tensor2D, values(4, 2) as tf.Tensor2D];
    expectSlopes((each) => tf.sum(tf.square(product(each as tf.Tensor2D, w))), x);
    expectSlopes((each) => tf.sum(tf.square(product(x, each as tf.Tensor2D))), w);
  });

  it('take rows; one that is taken twice gets both gradients', () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const rows = tf.tensor1d([2, 0, 2], 'int32');
    expect(Array.from(rowsOf(table, rows).dataSync())).toEqual([5, 6, 1, 2, 5, 6]);
    expect(Array.from(tf.grad((each) => tf.sum(rowsOf(each as tf.Tensor2D, rows)))(table).dataSync())).toEqual([1, 1, 0, 0, 2, 2]);
  });
});
