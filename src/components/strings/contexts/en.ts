/** The words of the map's contexts panel in English; the shape every other language has to fill. */
export const en = {
  none: 'The points of this map have no contexts.',
  pick: 'Click a point to see its word in every sentence it occurs in.',
  occurrences: (word: string, count: string) => `${word}: ${count} occurrences`,
  select: (count: string) => `Select all ${count}`,
  sort: 'In order of',
  orders: { row: 'Rows', left: 'Word before', right: 'Word after' },
  list: (word: string) => `Occurrences of ${word}`,
  announce: (word: string, count: string) => `${word}: ${count} occurrences selected.`,
};

export type ContextStrings = typeof en;
