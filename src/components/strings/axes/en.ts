/** The words of the map's panel of semantic axes in English; the shape every other language has to fill. */
export const en = {
  expression: 'Words',
  placeholder: 'king - man + woman',
  show: 'Show',
  hint: 'man, he … woman, she lines all words up between two ends. king - man + woman adds and takes away. Quotes hold words with spaces or signs together.',
  clear: 'Clear',
  working: 'Reading all words',

  cannotRead: 'This is neither an axis nor an analogy. Put … between the two ends, or + and - with spaces around them between words.',
  notThere: (word: string) => `The map has no word “${word}”.`,
  didYouMean: 'Did you mean',
  needsVectors: 'The map has places but no vectors: axes and analogies need them.',
  sameEnds: 'The words cancel each other out: no direction is left.',

  towards: (words: string) => `Towards ${words}`,
  score: 'Cosine with the axis',
  color: 'Colour the map by this axis',
  histogram: (low: string, high: string) => `How many words score what, from ${low} to ${high}`,
  method: 'Ranked by',
  methods: { add: 'sum (3CosAdd)', multiply: 'product (3CosMul)' },
  answers: 'Nearest in the original space',
  distance: 'cosine distance',
  quotient: 'quotient',
  excluded: (words: string) => `Left out: ${words}`,
  announceAxis: (low: string, high: string) => `Axis from ${low} to ${high}`,
  announceAnswer: (word: string) => `Nearest: ${word}`,
};

export type AxisStrings = typeof en;
