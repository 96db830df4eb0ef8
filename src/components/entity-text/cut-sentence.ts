import type { EntitySentence } from '../../engine';
import type { TextPiece } from '../activation-text/text-blocks';

/** UTF-16 units that come into the page together, and how far a better place to cut is looked for. */
const PIECE_LENGTH = 3000;
const REACH = 1500;

/**
 * Cuts a long text into pieces that are drawn one by one: behind a line's end, else behind white space, never within a span
 * that is shorter than a piece. A text of up to 4,500 units is one piece.
 */
export function cutSentence({ text, spans, gold = [] }: EntitySentence): TextPiece[] {
  if (text.length <= PIECE_LENGTH + REACH) return [{ start: 0, end: text.length, paragraph: 0 }];
  const inside = insideSpans(text.length, [...spans, ...gold].filter(({ start, end }) => end - start < PIECE_LENGTH));
  const pieces: TextPiece[] = [];
  let paragraph = 0;
  for (let start = 0; start < text.length;) {
    const end = text.length - start <= PIECE_LENGTH + REACH ? text.length : cutPlace(text, start + PIECE_LENGTH, inside);
    pieces.push({ start, end, paragraph });
    paragraph = Math.max(paragraph, text.lastIndexOf('\n', end - 1) + 1);
    start = end;
  }
  return pieces;
}

/** Per place between two units, whether a span covers both. */
function insideSpans(length: number, spans: readonly { start: number; end: number }[]): Uint8Array {
  const inside = new Uint8Array(length + 1);
  for (const { start, end } of spans) inside.fill(1, start + 1, end);
  return inside;
}

function cutPlace(text: string, wanted: number, inside: Uint8Array): number {
  for (const blank of [/\n/, /\s/]) {
    for (let at = wanted + REACH; at > wanted - REACH; at--) if (!inside[at] && blank.test(text[at - 1])) return at;
  }
  let at = wanted;
  // Scripts without blanks: anywhere but within a span or a character of two units.
  while (at < text.length && (inside[at] || /[\udc00-\udfff]/.test(text[at]))) at++;
  return at;
}
