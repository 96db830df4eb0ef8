import type { TagSpan } from '../formats';
import type { EntitySpan } from './entity-data';

/** Scripts that are written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

/** Tokens as a text, and where they are in it: row-major [n, 2], UTF-16 offsets. */
export interface JoinedTokens {
  text: string;
  tokens: Uint32Array;
}

/**
 * Tokens with a blank between them, but for two that meet in a script without blanks: column files do not say where blanks
 * were, and a guess by punctuation would shift what the file counts.
 */
export function joinTokens(forms: readonly string[]): JoinedTokens {
  const tokens = new Uint32Array(2 * forms.length);
  let text = '';
  forms.forEach((form, i) => {
    const before = Array.from(text.slice(-2)).at(-1) ?? '';
    const after = String.fromCodePoint(form.codePointAt(0) ?? 32);
    if (text !== '' && !(UNSPACED.test(before) && UNSPACED.test(after))) text += ' ';
    tokens[2 * i] = text.length;
    text += form;
    tokens[2 * i + 1] = text.length;
  });
  return { text, tokens };
}

/** Spans of tokens as spans of the text. A score is the mean of the tokens' ones, which is what Flair gives a span; those without are left out. */
export function tokenSpans(spans: readonly TagSpan[], tokens: Uint32Array, scores?: ArrayLike<number>): EntitySpan[] {
  return spans.flatMap(({ start, end, label }) => {
    const span: EntitySpan = { start: tokens[2 * start], end: tokens[2 * end - 1], label };
    // A token without a character makes no stretch of the text.
    if (span.start === span.end) return [];
    const own = scores ? Array.from({ length: end - start }, (_, i) => scores[start + i]).filter(Number.isFinite) : [];
    return [own.length > 0 ? { ...span, score: own.reduce((sum, score) => sum + score, 0) / own.length } : span];
  });
}

/** Number of tokens that a span touches; null where the tokens are not known. */
export function tokensIn({ start, end }: Pick<EntitySpan, 'start' | 'end'>, tokens: Uint32Array | undefined): number | null {
  if (!tokens) return null;
  let count = 0;
  for (let i = 0; i < tokens.length; i += 2) if (tokens[i] < end && tokens[i + 1] > start) count++;
  return count;
}
