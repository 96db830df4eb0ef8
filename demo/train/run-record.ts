import type { TrainingRun } from '../../src/engine/formats';
import type { Moment } from './trainer';
import type { Scores } from './training-task';

/** A training as `<fv-training-curves>` shows it: a row for each report, losses of training and of held-out text. */
export class RunRecord {
  readonly #name: string;
  readonly #moments: Moment[] = [];
  readonly #train: number[] = [];
  readonly #dev: (Scores | null)[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  add(at: Moment, { train = NaN, dev = null }: { train?: number; dev?: Scores | null }): void {
    if (this.#moments.at(-1)?.step === at.step) {
      // A checkpoint is told right after the loss of its step: one row.
      this.#dev[this.#dev.length - 1] = dev;
      return;
    }
    this.#moments.push(at);
    this.#train.push(train);
    this.#dev.push(dev);
  }

  get run(): TrainingRun {
    return {
      name: this.#name,
      epoch: this.#moments.map(({ epoch }) => epoch),
      step: this.#moments.map(({ step }) => step),
      timeMs: this.#moments.map(({ timeMs }) => timeMs),
      learningRate: this.#moments.map(({ learningRate }) => learningRate),
      series: [
        { split: 'train', metric: 'LOSS', values: Float64Array.from(this.#train) },
        { split: 'dev', metric: 'LOSS', values: Float64Array.from(this.#dev, (scores) => scores?.loss ?? NaN) },
        { split: 'dev', metric: 'ACCURACY', values: Float64Array.from(this.#dev, (scores) => scores?.accuracy ?? NaN) },
      ],
    };
  }
}
