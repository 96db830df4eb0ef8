import type { TaggedSentence } from './sentence-batches';

/** Letters of a word's ending. */
const ENDING = 3;

/** Number of what is not in the list. */
const UNKNOWN = 0;

/** Words and endings by number; number 0 stands for all that are too rare. */
export interface WordNumbers {
  /** Without the unknown: number i + 1 is `words[i]`. Most frequent first. */
  words: readonly string[];
  counts: Float32Array;
  /** The most frequent tag of each word. */
  usualTags: Int32Array;
  endings: readonly string[];
  readonly wordNumber: (token: string) => number;
  readonly endingNumber: (token: string) => number;
}

const endingOf = (token: string): string => token.slice(-ENDING).toLowerCase();

function mostFrequent(counts: ReadonlyMap<string, number>, most: number): string[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most).map(([text]) => text);
}

/** Words in lower case, the most frequent of them, and the most frequent endings. */
export function wordNumbers(sentences: readonly TaggedSentence[], most: { words: number; endings: number }): WordNumbers {
  const [wordCounts, endingCounts, tagCounts] = [new Map<string, number>(), new Map<string, number>(), new Map<string, Map<number, number>>()];
  for (const { tokens, tags } of sentences) {
    for (const [i, token] of tokens.entries()) {
      const word = token.toLowerCase();
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
      endingCounts.set(endingOf(token), (endingCounts.get(endingOf(token)) ?? 0) + 1);
      const ofWord = tagCounts.get(word) ?? new Map<number, number>();
      tagCounts.set(word, ofWord.set(tags[i], (ofWord.get(tags[i]) ?? 0) + 1));
    }
  }
  const [words, endings] = [mostFrequent(wordCounts, most.words), mostFrequent(endingCounts, most.endings)];
  const [wordIndex, endingIndex] = [words, endings].map((list) => new Map(list.map((text, i) => [text, i + 1])));
  return {
    words,
    counts: Float32Array.from(words, (word) => wordCounts.get(word)!),
    usualTags: Int32Array.from(words, (word) => [...tagCounts.get(word)!].reduce((best, next) => (next[1] > best[1] ? next : best))[0]),
    endings,
    wordNumber: (token) => wordIndex.get(token.toLowerCase()) ?? UNKNOWN,
    endingNumber: (token) => endingIndex.get(endingOf(token)) ?? UNKNOWN,
  };
}
