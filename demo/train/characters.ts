/** Stands for every character that is too rare to learn. */
const RARE = '\ufffd';

export interface Characters {
  /** Most frequent first; {@link RARE} is the last. */
  readonly list: readonly string[];
  /** Occurrences in the text, in the order of the list. */
  readonly counts: Float32Array;
  /** Numbers of the characters (code points) of a text. */
  readonly encode: (text: string) => Int32Array;
}

/** The characters that a text has at least `least` times. */
export function charactersOf(text: string, least: number): Characters {
  const counted = new Map<string, number>();
  for (const character of text) counted.set(character, (counted.get(character) ?? 0) + 1);
  const kept = [...counted].filter(([, count]) => count >= least).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const rare = [...counted.values()].reduce((sum, count) => sum + count, 0) - kept.reduce((sum, [, count]) => sum + count, 0);
  const list = [...kept.map(([character]) => character), RARE];
  const numbers = new Map(list.map((character, i) => [character, i]));
  return {
    list,
    counts: Float32Array.from([...kept.map(([, count]) => count), rare]),
    encode: (read) => Int32Array.from(read, (character) => numbers.get(character) ?? list.length - 1),
  };
}

export type CharacterKind = 'vowel' | 'consonant' | 'capital' | 'digit' | 'space' | 'mark';

export function characterKind(character: string): CharacterKind {
  if (/\s/.test(character)) return 'space';
  if (/\d/.test(character)) return 'digit';
  if (/\p{Lu}/u.test(character)) return 'capital';
  if (/[aeiouy]/.test(character)) return 'vowel';
  return /\p{L}/u.test(character) ? 'consonant' : 'mark';
}

/** A character as it can be seen: white space by its sign. */
export function visible(character: string): string {
  return character === ' ' ? '␣' : character === '\n' ? '⏎' : character;
}
