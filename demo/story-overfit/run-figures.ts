import type { Split, TrainingRun } from '../../src/engine';

/** What is told of a run. Epochs as the log counts them. */
export interface RunFigures {
  name: string;
  bestLoss: number;
  bestEpoch: number;
  lastLoss: number;
  lastEpoch: number;
  trainLoss: number;
  bestAccuracy: number;
}

/** @throws for a run without losses and accuracy of the development set. */
export function figuresOf(run: TrainingRun): RunFigures {
  const values = (split: Split, metric: string) => {
    const series = run.series.find((each) => each.split === split && each.metric === metric);
    if (!series) throw new Error(`Expected ${split} ${metric} in the run ${run.name}, received none.`);
    return series.values;
  };
  const loss = values('dev', 'LOSS');
  const best = loss.indexOf(Math.min(...loss));
  return {
    name: run.name,
    bestLoss: loss[best],
    bestEpoch: run.epoch[best],
    lastLoss: loss.at(-1),
    lastEpoch: run.epoch.at(-1),
    trainLoss: values('train', 'LOSS').at(-1),
    bestAccuracy: Math.max(...values('dev', 'ACCURACY')),
  };
}
