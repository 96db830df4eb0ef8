/** The words of a training report in English; the shape every other language has to fill. */
export const en = {
  title: 'Training report',
  files: (count: string, names: string) => `${count === '1' ? '1 file' : `${count} files`}: ${names}`,
  curves: 'Losses and scores',
  findings: 'Findings of the run doctor',
  run: (name: string, rows: string) => `${name}, ${rows} rows`,
  nothing: 'Nothing found.',
  learningRate: 'Learning-rate sweep',
  weights: 'Weights',
  left: 'Files that are not shown',
};

export type ReportStrings = typeof en;
