import { tokensIn, type EntitySentence, type EntitySpan, type ShownSpan } from '../../engine';
import { formatCount, formatFixed } from '../number-format';
import type { Strings } from '../strings';
import type { EntityStrings } from '../strings/entities';

/** Longest stretch of a span in a card. */
const LONGEST = 120;

export const spanText = ({ text }: EntitySentence, { start, end }: Pick<EntitySpan, 'start' | 'end'>) => (end - start > LONGEST ? `${text.slice(start, start + LONGEST)}…` : text.slice(start, end));

export const hasScore = ({ score }: EntitySpan): boolean => score !== undefined && Number.isFinite(score);

/** What stands behind a span in the text. */
export function tagText(span: ShownSpan, strings: Strings, words: EntityStrings): string {
  const { label, side, verdict } = span;
  if (side === 'gold') return verdict === 'missed' ? `${label} · ${words.verdicts.missed}` : words.gold(label);
  const score = hasScore(span) ? ` ${formatFixed(span.score!, 2, strings)}` : '';
  return verdict === null || verdict === 'exact' ? `${label}${score}` : `${label}${score} · ${words.verdicts[verdict]}`;
}

/** How a span fared, in words; empty where it was not judged. */
export function verdictText(sentence: EntitySentence, { side, verdict, partner }: ShownSpan, words: EntityStrings): string {
  const other = partner && (side === 'gold' ? words.predictedAs : words.goldAs)(partner.label, spanText(sentence, partner));
  switch (verdict) {
    case null:
      return '';
    case 'boundary':
    case 'type':
      return words.judged[verdict](other ?? '');
    default:
      return words.judged[verdict];
  }
}

/** A span as it is read out. */
export function spokenSpan(sentence: EntitySentence, span: ShownSpan, strings: Strings, words: EntityStrings): string {
  const tokens = tokensIn(span, sentence.tokens);
  return [
    `${span.side === 'gold' ? words.gold(span.label) : span.label}: ${spanText(sentence, span)}`, hasScore(span) ? `${words.score} ${formatFixed(span.score!, 2, strings)}` : '',
    tokens === null ? '' : words.tokens(formatCount(tokens, strings)), verdictText(sentence, span, words),
  ].filter((part) => part !== '').join(', ');
}
