import 'flair-visual/define/training-curves';
import { diagnoseRun, type Finding, type FvTrainingCurves, type TrainingRun } from 'flair-visual';

/** Shows runs, e.g. `parseLossTsv(text).value`; `curves.src = ['loss.tsv']` does the same with files of a server. */
export function showRuns(curves: FvTrainingCurves, runs: readonly TrainingRun[]): void {
  curves.data = runs;
}

/** Lets the doctor mark what it finds; null: no marks. Its thresholds are in `DOCTOR_DEFAULTS`. */
export function setDoctor(curves: FvTrainingCurves, on: boolean): void {
  curves.doctor = on ? {} : null;
}

/** What the mark on the development loss stands for, where there is one. */
export function overfittingOf(run: TrainingRun): Finding | undefined {
  return diagnoseRun(run).find(({ rule, metric }) => rule === 'overfitting' && metric === 'LOSS');
}

/** The table of runs, and the curves as differences to one of them. */
export function compare(curves: FvTrainingCurves, baseline: string): void {
  curves.comparing = true;
  curves.baseline = baseline;
}
