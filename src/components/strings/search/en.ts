/** The words of the map's search in English; the shape every other language has to fill. */
export const en = {
  placeholder: 'Find points',
  input: 'Search',
  clear: 'Clear the search',
  fuzzy: 'Allow typing errors',
  regex: 'Regular expression',
  where: (fields: string) => `Search in ${fields}`,
  labels: 'labels',
  and: ', ',
  column: (name: string, value: string) => `${name}: ${value}`,
  matches: (count: string, points: string) => `${count} of ${points} match`,
  none: (points: string) => `None of ${points} match`,
  select: (count: string) => `Select all ${count}`,
  mute: 'Mute the rest',
  match: 'match',
  noMatch: 'no match',
  results: 'Matches, best first',
  hint: 'Type a word or a part of it. Arrow keys walk through the matches, Enter flies to one.',
  invalid: (reason: string) => `Not a regular expression: ${reason}`,
  tooSlow: 'The pattern takes too long and was ended. Repeats within repeats, such as (a+)+, can be the reason.',
  failed: (reason: string) => `The search failed: ${reason}`,
};

export type SearchStrings = typeof en;
