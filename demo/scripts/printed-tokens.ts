import type { BrownToken } from './read-brown';

/** Quotation marks as they are printed. */
const QUOTES: Readonly<Record<string, string>> = { '``': '“', "''": '”' };

/** The corpus writes these twice (`;/. ;/.`). */
const DOUBLED = new Set([';', '?', '!']);

/** Tokens of a sentence of the Brown corpus as print has them. */
export function printedTokens(tokens: readonly BrownToken[]): BrownToken[] {
  return tokens.filter(({ text }, i) => !(DOUBLED.has(text) && text === tokens[i - 1]?.text)).map(({ text, tag }) => ({ text: QUOTES[text] ?? text, tag }));
}
