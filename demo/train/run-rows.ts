import type { AppendedRow } from '../../src/engine';
import type { TrainingReport } from './trainer';

/** What a report says of the run, as a row for `<fv-training-curves>`. */
export function runRow(run: string, report: TrainingReport): AppendedRow & { step: number } {
  const { epoch, step, learningRate } = report.at;
  const values: Record<string, number> = report.type === 'progress' ? { TRAIN_LOSS: report.loss } : { DEV_LOSS: report.dev.loss, DEV_ACCURACY: report.dev.accuracy };
  return { run, epoch, step, learningRate, values };
}
