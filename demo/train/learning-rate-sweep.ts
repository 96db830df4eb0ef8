import * as tf from '@tensorflow/tfjs';
import { stepOn } from './trainer';
import type { TrainingTask } from './training-task';

export interface SweepOptions {
  /** Learning rates of the first and the last step. */
  from: number;
  to: number;
  steps: number;
}

export interface SweepPoint {
  iteration: number;
  learningRate: number;
  /** Of the batch, before the step. */
  loss: number;
}

/** The sweep ends where the loss is so many times the least so far. */
const DIVERGED = 4;

/**
 * Learning rates that grow by the same factor from step to step, on a model of its own: the range test of Smith (2017), as
 * Flair's `find_learning_rate` does it.
 */
export async function* sweep(task: TrainingTask, { from, to, steps }: SweepOptions, pass: () => Promise<void>): AsyncGenerator<SweepPoint, void, void> {
  const optimizer = new tf.AdamOptimizer(from, 0.9, 0.999);
  const variables = [...task.parameters.values()];
  let least = Infinity;
  try {
    for (let iteration = 0; iteration < steps; iteration++) {
      await pass();
      const learningRate = from * (to / from) ** (iteration / Math.max(1, steps - 1));
      // tfjs has no setter for it; the field is what each step reads.
      (optimizer as unknown as { learningRate: number }).learningRate = learningRate;
      const loss = stepOn(optimizer, task, variables);
      yield { iteration, learningRate, loss };
      least = Math.min(least, loss);
      if (!(loss <= DIVERGED * least)) return;
    }
  } finally {
    optimizer.dispose();
  }
}
