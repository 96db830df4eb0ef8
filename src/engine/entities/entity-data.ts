import { FvError } from '../errors';

/** A labelled stretch of a text. */
export interface EntitySpan {
  /** UTF-16 offset of its first character. */
  start: number;
  /** Behind its last character. */
  end: number;
  label: string;
  /** 0 … 1; absent or NaN where there is none. */
  score?: number;
}

/** A sentence, or any text, with its entities, which may be nested or overlap. */
export interface EntitySentence {
  text: string;
  /** What was predicted, or, without `gold`, what there is. */
  spans: readonly EntitySpan[];
  /** What should have been predicted; with it the spans are judged. */
  gold?: readonly EntitySpan[];
  /** UTF-16 offsets of the tokens, row-major [n, 2]: start and end. */
  tokens?: Uint32Array;
}

/**
 * @param row Which sentence of the data it is, for the message.
 * @throws FvError `invalid-data` where a span is empty or reaches out of the text.
 */
export function checkEntitySentence({ text, spans, gold }: EntitySentence, row: number): void {
  for (const { start, end, label } of gold ? [...spans, ...gold] : spans) {
    if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length && typeof label === 'string') continue;
    throw new FvError({
      code: 'invalid-data', expected: `spans within 0 … ${text.length}, the text of sentence ${row}, each with a label`, received: `${start} … ${end} ${JSON.stringify(label)}`,
      fix: 'offsets count UTF-16 units, end is exclusive; Python counts code points: read its files with parseEntityJson',
    });
  }
}
