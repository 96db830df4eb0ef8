import * as tf from '@tensorflow/tfjs';

/** State between two pieces of a text, [batch, units] each. */
export interface LstmState {
  hidden: tf.Tensor2D;
  cell: tf.Tensor2D;
}

/** What an LSTM says at every step, [steps, batch, units] each. */
export interface LstmOutput {
  hidden: tf.Tensor3D;
  cell: tf.Tensor3D;
}

/** Gates lie side by side: input, forget, output (all through the logistic function), then the candidate (tanh). */
const GATES = 4;

/**
 * A layer of long short-term memory (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000):
 *
 *   i, f, o = σ(z), g = tanh(z), z_t = x_t + h_{t−1} R;  c_t = f c_{t−1} + i g;  h_t = o tanh(c_t)
 *
 * @param inputs x, already multiplied by the input kernel, with the bias: [steps, batch, 4 · units].
 * @param recurrent R, [units, 4 · units].
 *
 * The gradient is written out (back-propagation through time): half the work of what tfjs records step by step, since the
 * gradient of R becomes one product of all steps.
 */
export function lstm(inputs: tf.Tensor3D, recurrent: tf.Tensor2D, start: LstmState): LstmOutput {
  const units = recurrent.shape[0];
  if (inputs.shape[2] !== GATES * units) throw new Error(`Expected inputs of ${GATES * units} gates, received ${inputs.shape[2]}.`);
  const [hidden, cell] = tf.split(scan(inputs, recurrent, start.hidden, start.cell), 2, 2) as tf.Tensor3D[];
  return { hidden, cell };
}

/** A state of zeros: the beginning of a text. */
export function startState(batch: number, units: number): LstmState {
  return { hidden: tf.zeros([batch, units]), cell: tf.zeros([batch, units]) };
}

/** The state after the last step; to be disposed by the caller where no tidy does. */
export function lastState({ hidden, cell }: LstmOutput): LstmState {
  const at = (states: tf.Tensor3D) => tf.squeeze<tf.Tensor2D>(tf.slice(states, [states.shape[0] - 1, 0, 0], [1, -1, -1]), [0]);
  return { hidden: at(hidden), cell: at(cell) };
}

/** [steps, batch, 2 · units]: hidden states, cell states. */
const scan = tf.customGrad((...args) => {
  const [inputs, recurrent, hidden0, cell0] = args as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
  const [batch, units] = hidden0.shape;
  const steps = inputs.shape[0];
  const [hidden, cell]: tf.Tensor2D[][] = [[hidden0], [cell0]];
  const [gates, candidates, squashed]: tf.Tensor2D[][] = [[], [], []];
  for (const x of tf.unstack(inputs) as tf.Tensor2D[]) {
    const z = tf.add<tf.Tensor2D>(x, tf.matMul(hidden.at(-1), recurrent));
    const gate = tf.sigmoid(tf.slice(z, [0, 0], [batch, 3 * units]));
    const candidate = tf.tanh(tf.slice(z, [0, 3 * units], [batch, units]));
    const [input, forget, output] = tf.split(gate, 3, 1);
    cell.push(tf.add(tf.mul(forget, cell.at(-1)), tf.mul(input, candidate)));
    squashed.push(tf.tanh(cell.at(-1)));
    hidden.push(tf.mul(output, squashed.at(-1)));
    gates.push(gate);
    candidates.push(candidate);
  }
  save([recurrent, ...hidden, ...cell, ...gates, ...candidates, ...squashed]);

  return {
    value: tf.concat([tf.stack(hidden.slice(1)), tf.stack(cell.slice(1))], 2),
    gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backThroughTime(dy, saved as tf.Tensor2D[], steps),
  };
}) as unknown as (inputs: tf.Tensor3D, recurrent: tf.Tensor2D, hidden: tf.Tensor2D, cell: tf.Tensor2D) => tf.Tensor3D;

/** Gradients of inputs, recurrent kernel and both states of {@link scan}, from that of its value and what it saved. */
function backThroughTime(dy: tf.Tensor, [recurrent, ...saved]: tf.Tensor2D[], steps: number): tf.Tensor[] {
  const take = (count: number) => saved.splice(0, count);
  const [hidden, cell, gates, candidates, squashed] = [take(steps + 1), take(steps + 1), take(steps), take(steps), take(steps)];
  const back = tf.transpose(recurrent);
  const fromAbove = tf.unstack(dy) as tf.Tensor2D[];
  const dz: tf.Tensor2D[] = [];
  let [dHidden, dCell] = [tf.zerosLike(hidden[0]), tf.zerosLike(cell[0])];
  for (let t = steps - 1; t >= 0; t--) {
    const [input, forget, output] = tf.split(gates[t], 3, 1);
    const [aboveHidden, aboveCell] = tf.split(fromAbove[t], 2, 1);
    const dh = tf.add(aboveHidden, dHidden);
    const dc = tf.addN([aboveCell, dCell, tf.mul(tf.mul(dh, output), slope(squashed[t]))]);
    const dGates = tf.mul(tf.concat([tf.mul(dc, candidates[t]), tf.mul(dc, cell[t]), tf.mul(dh, squashed[t])], 1), tf.mul(gates[t], tf.sub(1, gates[t])));
    const dzOfStep = tf.concat([dGates, tf.mul(tf.mul(dc, input), slope(candidates[t]))], 1) as tf.Tensor2D;
    dz.unshift(dzOfStep);
    dHidden = tf.matMul(dzOfStep, back);
    dCell = tf.mul(dc, forget);
  }
  const dRecurrent = tf.matMul(tf.transpose(tf.concat(hidden.slice(0, steps))), tf.concat(dz));
  return [tf.stack(dz), dRecurrent, dHidden, dCell];
}

/** Slope of tanh where its value is `y`. */
function slope(y: tf.Tensor2D): tf.Tensor2D {
  return tf.sub(1, tf.square(y));
}
