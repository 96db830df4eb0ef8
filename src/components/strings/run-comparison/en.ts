/** The words of the table of runs in English; the shape every other language has to fill. */
export const en = {
  title: 'Runs side by side',
  baseline: 'Differences to',
  none: 'none',
  run: 'Run',
  rows: 'Rows',
  time: 'Time',
  sort: 'Best first',
  leads: 'Best of all runs',
  common: (count: string) => `${count} parameters that all runs share`,
};

export type ComparisonStrings = typeof en;
