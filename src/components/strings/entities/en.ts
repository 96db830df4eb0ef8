import type { Verdict } from '../../../engine';

/** The words of the entity text in English; the shape every other language has to fill. */
export const en = {
  label: (sentences: string) => `Entities in ${sentences} sentences`,
  emptyTitle: 'No sentences yet',
  emptyText: 'Drop test.tsv, a CoNLL file or JSON with spans here, or set src or data.',
  loadingTitle: 'The file is on its way',
  errorTitle: 'This cannot be shown',
  dismiss: 'Dismiss',
  repairs: (count: string) => `${count} repairs while reading`,
  controls: 'Controls',
  find: 'Find in sentences',
  sentences: (shown: string, all: string) => (shown === all ? `${all} sentences` : `${shown} of ${all} sentences`),
  none: 'No sentence has what is asked for',
  threshold: 'Score at least',
  labels: 'Labels',
  entryHint: 'click shows it alone, Shift+click hides it',
  verdictGroup: 'Predicted against gold',
  verdicts: { exact: 'exact', boundary: 'boundary', type: 'type', spurious: 'spurious', missed: 'missed' } satisfies Record<Verdict, string>,
  verdictHints: {
    exact: 'Same boundaries and label as a gold span', boundary: 'Overlaps a gold span of the same label, other boundaries', type: 'Overlaps a gold span of another label',
    spurious: 'Answers no gold span', missed: 'A gold span that no prediction answers',
  } satisfies Record<Verdict, string>,
  gold: (label: string) => `gold ${label}`,
  clear: 'Show all',
  scores: 'Scores',
  scoresButton: (f1: string) => `F1 ${f1}`,
  closeScores: 'Close the scores',
  scoreTable: 'Precision, recall and F1: exact spans',
  columns: { label: 'Label', gold: 'Gold', predicted: 'Pred.', precision: 'Precision', recall: 'Recall', f1: 'F1' },
  micro: 'Micro',
  macro: 'Macro',
  confusion: 'Confusion',
  confusionHint: 'Rows: gold, columns: predicted. A click lists the sentences.',
  nothing: 'none',
  cell: (gold: string, predicted: string, count: string) => `Gold ${gold}, predicted ${predicted}: ${count}`,
  score: 'Score',
  tokens: (count: string) => (count === '1' ? '1 token' : `${count} tokens`),
  judged: {
    exact: 'as in the gold', boundary: (other: string) => `other boundaries: ${other}`, type: (other: string) => `other label: ${other}`, spurious: 'not in the gold', missed: 'not predicted',
  },
  predictedAs: (label: string, text: string) => `predicted ${label} “${text}”`,
  goldAs: (label: string, text: string) => `gold ${label} “${text}”`,
  textLabel: 'Sentences',
  keys: 'Left and right go from span to span, up and down from sentence to sentence, Home and End to the first and the last; Enter chooses, Escape leaves.',
};

export type EntityStrings = typeof en;
