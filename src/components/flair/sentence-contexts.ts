import type { PointContext } from '../../engine';

/** A sentence as text, parted at white space, or as its tokens. */
export type Sentence = string | readonly string[];

/** Tokens on each side of a word that its context shows, as in Flair. */
const WORDS_AROUND = 4;

/** Characters before and after a character that its context shows, as in Flair. */
const CHARACTERS_BEFORE = 30;
const CHARACTERS_AFTER = 29;

/** One point for each word or character of some sentences. */
export interface Occurrences {
  labels: string[];
  contexts: PointContext[];
}

export const tokensOf = (sentence: Sentence): readonly string[] => (typeof sentence === 'string' ? sentence.split(/\s+/).filter((token) => token !== '') : sentence);

/** Every token with four to each side. */
export function wordOccurrences(sentences: readonly Sentence[]): Occurrences {
  const labels: string[] = [];
  const contexts: PointContext[] = [];
  for (const sentence of sentences) {
    const tokens = tokensOf(sentence);
    tokens.forEach((token, i) => {
      const before = tokens.slice(Math.max(0, i - WORDS_AROUND), i).map((each) => `${each} `).join('');
      const after = tokens.slice(i + 1, i + 1 + WORDS_AROUND).map((each) => ` ${each}`).join('');
      labels.push(token);
      contexts.push({ text: before + token + after, start: before.length, end: before.length + token.length });
    });
  }
  return { labels, contexts };
}

/** Every character of the tokens joined by blanks, these included, with thirty before and after it. Characters are code points. */
export function characterOccurrences(sentences: readonly Sentence[]): Occurrences {
  const labels: string[] = [];
  const contexts: PointContext[] = [];
  for (const sentence of sentences) {
    const characters = Array.from(tokensOf(sentence).join(' '));
    characters.forEach((character, i) => {
      const before = characters.slice(Math.max(0, i - CHARACTERS_BEFORE), i).join('');
      labels.push(character);
      contexts.push({ text: before + character + characters.slice(i + 1, i + 1 + CHARACTERS_AFTER).join(''), start: before.length, end: before.length + character.length });
    });
  }
  return { labels, contexts };
}
