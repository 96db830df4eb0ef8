import 'flair-visual/define/training-curves';
import { diagnoseRun, type DoctorOptions, type Finding, type FvTrainingCurves, type TrainingRun } from 'flair-visual';

/** Shows runs, e.g. `parseLossTsv(text).value`; `curves.src = ['loss.tsv']` does the same with files of a server. */
export function showRuns(curves: FvTrainingCurves, runs: readonly TrainingRun[]): void {
  curves.data = runs;
}

/** A value an epoch, measured on all held-out text, needs no smoothing. The other thresholds stay as they are, see `DOCTOR_DEFAULTS`. */
const DOCTOR: Partial<DoctorOptions> = { smoothingRows: 0 };

/** Lets the doctor mark what it finds, or not. */
export function setDoctor(curves: FvTrainingCurves, on: boolean): void {
  curves.doctor = on ? DOCTOR : null;
}

/** What the mark on the development loss stands for, where there is one. */
export function overfittingOf(run: TrainingRun): Finding | undefined {
  return diagnoseRun(run, DOCTOR).find(({ rule, metric }) => rule === 'overfitting' && metric === 'LOSS');
}

/** The table of runs, and the curves as differences to one of them. */
export function compare(curves: FvTrainingCurves, baseline: string): void {
  curves.comparing = true;
  curves.baseline = baseline;
}
