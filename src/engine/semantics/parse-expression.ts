import { FvError } from '../errors';

/** What a typed expression asks for. */
export type SemanticExpression =
  /** The direction from one set of words to another: `man … woman`. */
  | { kind: 'axis'; from: string[]; to: string[] }
  /** Words added and taken away: `king - man + woman`. */
  | { kind: 'analogy'; positive: string[]; negative: string[] };

/** A piece of an expression; a quoted piece is always a word. */
interface Token {
  text: string;
  quoted: boolean;
}

const ARROW = /^(?:…|\.{3}|-+>|→|⟶)$/;
const SIGN = /^[+\-−–]$/;
const COMMA = /^[,，、;；]$/;

/** A text that is neither an axis nor an analogy. */
export class ExpressionError extends FvError {
  constructor(text: string, why: string) {
    super({
      code: 'invalid-option',
      expected: 'an expression such as "king - man + woman" or "man, he … woman, she"',
      received: text.trim() === '' ? 'nothing' : `${JSON.stringify(text)}: ${why}`,
      fix: 'put spaces around + and -, and quotes around words that contain signs or commas',
    });
  }
}

/** Words, signs, arrows and commas. Signs count where spaces are around them, so that "well-known" is one word; − (U+2212), +, → and … anywhere if `loose`. */
function tokenize(text: string, loose: boolean): Token[] {
  const pattern = loose
    ? /"([^"]*)"|“([^”]*)”|\.{3}|-+>|[…→⟶+\-−–,，、;；]|[^\s"“…→⟶+\-−–,，、;；.]+|\./g
    : /"([^"]*)"|“([^”]*)”|[,，、;；…→⟶]|\.{3}|-+>|[^\s"“,，、;；…→⟶]+/g;
  return [...text.matchAll(pattern)].map(([whole, straight, curved]) => {
    const quote = straight ?? curved;
    return quote === undefined ? { text: whole, quoted: false } : { text: quote, quoted: true };
  });
}

/** Joins the pieces between separators: words of several parts, such as `new york`. */
function split(tokens: readonly Token[], separator: RegExp): { parts: Token[][]; separators: string[] } {
  const parts: Token[][] = [[]];
  const separators: string[] = [];
  for (const token of tokens) {
    if (!token.quoted && separator.test(token.text)) {
      separators.push(token.text);
      parts.push([]);
    } else parts[parts.length - 1].push(token);
  }
  return { parts, separators };
}

const wordOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ').trim();

/**
 * Reads `king - man + woman` as an analogy, and `man, he … woman, she` (also `...`, `->` and `→`) as an axis. Words may have
 * several parts; quotes hold together what contains signs or commas. Where nothing else makes sense, signs without
 * spaces count too: `king-man+woman`.
 * @throws {@link ExpressionError} for anything else.
 */
export function parseExpression(text: string): SemanticExpression {
  const strict = read(tokenize(text, false));
  if (typeof strict !== 'string') return strict;
  const loose = read(tokenize(text, true));
  if (typeof loose !== 'string') return loose;
  throw new ExpressionError(text, strict);
}

/** The expression, or why it is none. */
function read(tokens: readonly Token[]): SemanticExpression | string {
  const ends = split(tokens, ARROW);
  if (ends.separators.length > 1) return 'more than two ends of an axis';
  if (ends.separators.length === 1) {
    const [from, to] = ends.parts.map((part) => split(part, COMMA).parts.map(wordOf).filter((word) => word !== ''));
    return from.length === 0 || to.length === 0 ? 'an end of the axis without a word' : { kind: 'axis', from, to };
  }
  const { parts, separators } = split(tokens, SIGN);
  // A sign may stand before the first word.
  const leading = wordOf(parts[0]) === '' ? 1 : 0;
  const words = parts.slice(leading).map(wordOf);
  const signs = leading === 1 ? separators : ['+', ...separators];
  if (words.length === 0 || words.includes('')) return 'a sign without a word';
  if (words.length === 1) return 'a single word';
  const signed = (plus: boolean) => words.filter((_, i) => (signs[i] === '+') === plus);
  const analogy = { kind: 'analogy' as const, positive: signed(true), negative: signed(false) };
  return analogy.positive.length === 0 ? 'nothing that is added' : analogy;
}

const quotedWord = (word: string) => (/["“]/.test(word) || !/[\s,，、;；…→⟶+\-−–]|\.{3}/.test(word) ? word : `"${word}"`);

/** An expression as one would type it: {@link parseExpression} reads it back. */
export function formatExpression(expression: SemanticExpression): string {
  if (expression.kind === 'axis') return `${expression.from.map(quotedWord).join(', ')} … ${expression.to.map(quotedWord).join(', ')}`;
  const { positive, negative } = expression;
  return [positive.map(quotedWord).join(' + '), ...negative.map((word) => `- ${quotedWord(word)}`)].join(' ');
}
