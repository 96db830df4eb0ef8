import type { SuggestionName } from '../../../engine';

/** The words of the learning-rate sweep in English; the shape every other language has to fill. */
export const en = {
  label: 'Learning-rate sweep',
  emptyTitle: 'No sweep yet',
  emptyText: 'Drop learning_rate.tsv here, or set src or data. Flair writes it with find_learning_rate.',
  plot: 'Loss over the learning rate',
  rate: 'Learning rate',
  loss: 'Loss',
  raw: 'as written',
  smoothed: 'smoothed',
  trimmed: 'left out',
  skipFirst: 'Rows left out at the beginning',
  skipLast: 'Rows left out at the end',
  rows: (count: string) => (count === '1' ? '1 row' : `${count} rows`),
  handleHint: 'drag, or use the arrow keys',
  kept: (kept: string, all: string) => `${kept} of ${all} rows`,
  suggestions: 'Suggested learning rates',
  rule: 'Rule',
  names: { valley: 'Valley', steep: 'Steep', minimum: 'Minimum', slide: 'Slide' } satisfies Record<SuggestionName, string>,
  rules: {
    valley: 'half-way along the longest falling stretch',
    steep: 'where the loss falls fastest over ln of the rate',
    minimum: 'a tenth of the rate with the least loss',
    slide: 'left end of a window of 15 rows that slides from the end, while the slopes at its ends differ by more than 0.005',
  } satisfies Record<SuggestionName, string>,
  consensus: 'Consensus',
  consensusRule: (spread: string) => `geometric mean; the greatest is ${spread} times the least`,
  alreadySmoothed: (correlation: string) => `This loss is smoothed already (its steps correlate by ${correlation}; noise gives −0.5), as Flair writes it: it is taken as it is.`,
  smoothedTwice: (correlation: string) => `This loss is smoothed already (its steps correlate by ${correlation}; noise gives −0.5): smoothing it again moves every suggestion to the right.`,
  notSmoothed: (correlation: string) => `This loss is not smoothed (its steps correlate by ${correlation}; noise gives −0.5): smooth it before the suggestions are trusted.`,
  none: (all: string, first: string, last: string) => `${all} rows; leaving out ${first} and ${last} leaves none. Move the handles, or make a longer sweep.`,
  tooFew: (kept: string) => `Only ${kept} rows are left: with 15 or fewer the suggestions mean little, and Slide gives none.`,
  cutAt: (iteration: string) => `The loss is not a number at iteration ${iteration}: rows from there on are left out.`,
  spoken: (rate: string, line: string, loss: string) => `Learning rate ${rate}, ${line}: ${loss}`,
};

export type SweepStrings = typeof en;
