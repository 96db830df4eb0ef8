import * as tf from '@tensorflow/tfjs';
import type { ModelView, Scores, TrainingTask } from './training-task';
import { WeightSampler, type SampledWeights } from './weight-sampler';

export interface TrainerOptions {
  learningRate: number;
  seed: number;
  /** Steps between two reports of the loss and the weights. */
  reportEvery: number;
  /** Steps between two checkpoints. */
  checkpointEvery: number;
}

/** Where a training stands. */
export interface Moment {
  /** Optimizer steps since the beginning. */
  step: number;
  /** Epochs, a fraction while one is under way. */
  epoch: number;
  /** Milliseconds of training, without the time it was paused. */
  timeMs: number;
  learningRate: number;
}

/** What a training tells. */
export type TrainingReport =
  /** Mean loss of the steps since the last report, and sampled weights. */
  | { type: 'progress'; at: Moment; loss: number; weights: SampledWeights[] }
  /** The model as it is now; the first checkpoint is before the first step. */
  | { type: 'checkpoint'; at: Moment; dev: Scores; view: ModelView };

/**
 * Trains by Adam (Kingma & Ba 2015), step by step: the reader asks for the next report when it has time for one. The same
 * seed gives the same numbers on one backend. Tensors are freed when the reader leaves.
 */
export async function* train(task: TrainingTask, { learningRate, seed, reportEvery, checkpointEvery }: TrainerOptions, pass: () => Promise<void>): AsyncGenerator<TrainingReport, never, void> {
  const optimizer = tf.train.adam(learningRate);
  const sampler = new WeightSampler(task.parameters, seed);
  const variables = [...task.parameters.values()];
  let [step, sum, timeMs] = [0, 0, 0];
  const moment = (): Moment => ({ step, epoch: step / task.stepsPerEpoch, timeMs, learningRate });
  const checkpoint = (): TrainingReport => ({ type: 'checkpoint', at: moment(), dev: task.evaluate(), view: task.view() });
  try {
    yield checkpoint();
    for (;;) {
      await pass();
      const started = performance.now();
      sum += stepOn(optimizer, task, variables);
      step++;
      timeMs += performance.now() - started;
      if (step % reportEvery === 0) {
        yield { type: 'progress', at: moment(), loss: sum / reportEvery, weights: sampler.sample(task.parameters) };
        sum = 0;
      }
      if (step % checkpointEvery === 0) yield checkpoint();
    }
  } finally {
    optimizer.dispose();
  }
}

/** One step; the loss before it. */
export function stepOn(optimizer: tf.Optimizer, task: TrainingTask, variables: tf.Variable[]): number {
  const loss = optimizer.minimize(() => task.nextLoss(), true, variables)!;
  const value = loss.dataSync()[0];
  loss.dispose();
  return value;
}
