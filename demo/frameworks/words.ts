import type { EmbeddingMapData, EntitySentence } from 'flair-visual';

const WORDS: [word: string, kind: string][] = [
  ['Monday', 'day'], ['Paris', 'place'], ['Ada', 'person'],
  ['Friday', 'day'], ['Berlin', 'place'], ['Grace', 'person'],
  ['Sunday', 'day'], ['Lima', 'place'], ['Alan', 'person'],
];

/** Nine words with places on the map: kinds beside each other. Vectors would do as well, and the map finds the places. */
export const words: EmbeddingMapData = {
  labels: WORDS.map(([word]) => word),
  positions: Float32Array.from(WORDS.flatMap((_, i) => [(i % 3) - 1, 1 - Math.floor(i / 3)])),
  columns: { kind: WORDS.map(([, kind]) => kind), letters: WORDS.map(([word]) => word.length) },
};

const TEXT = 'Ada and Alan flew to Lima on Friday, Grace to Paris and Berlin on Sunday, and back on Monday.';

/** The sentence with the one word marked. */
export function sentenceWith(word: string): EntitySentence[] {
  const start = TEXT.indexOf(word);
  const [, kind] = WORDS.find(([name]) => name === word)!;
  return [{ text: TEXT, spans: [{ start, end: start + word.length, label: kind }] }];
}
