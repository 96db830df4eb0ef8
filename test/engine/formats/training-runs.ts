import type { TrainingRun } from '../../../src/engine/formats';

/** The values of one curve, e.g. `dev F1`. */
export function curve(run: TrainingRun, name: string): number[] {
  const found = run.series.find(({ split, metric }) => `${split} ${metric}` === name);
  if (found === undefined) throw new Error(`no ${name} among ${run.series.map(({ split, metric }) => `${split} ${metric}`).join(', ')}`);
  return [...found.values];
}

export const curveNames = (run: TrainingRun): string[] => run.series.map(({ split, metric }) => `${split} ${metric}`);

/** Lines of cells parted by blanks (`.` standing for an empty cell), as a table with tabs. */
export const tabbed = (...lines: string[]): string => lines.map((line) => line.split(/ +/).map((cell) => (cell === '.' ? '' : cell)).join('\t')).join('\n');
