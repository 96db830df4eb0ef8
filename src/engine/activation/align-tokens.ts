import { FvError } from '../errors';
import type { TextSpans } from './text-boundaries';

/** GPT-2's bytes as characters: printable bytes stand for themselves, the 68 others for U+0100 and up, in order. */
const BYTE_OF = new Map<string, number>();
for (let byte = 0, next = 256; byte < 256; byte++) {
  const printable = (byte > 32 && byte < 127) || (byte > 160 && byte < 256 && byte !== 173);
  BYTE_OF.set(String.fromCharCode(printable ? byte : next++), byte);
}

/** Looks past letter case, accents and forms of the same letter, as uncased models do. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase();
}

/** Names in brackets: `[CLS]`, `<s>`, `</s>`, `<|endoftext|>`. */
const SPECIAL = /^(?:\[[A-Z]+\d*\]|<\/?[a-z]+\d*>|<\|[a-z_]+\|>)$/;

/** What a token says of the text: without the marks of WordPiece (`##`), SentencePiece (`▁`) and BERTje-like (`</w>`) tokenizers. */
function surface(token: string): string {
  return token.replace(/^##/, '').replaceAll('▁', ' ').replace(/<\/w>$/, '').trim();
}

/** Whether the tokens write bytes as characters, as GPT-2's and RoBERTa's do: `Ġ` is a space, `Ċ` a line break. */
function areBytes(tokens: readonly string[]): boolean {
  return tokens.some((token) => /[ĠĊ]/.test(token)) && tokens.every((token) => SPECIAL.test(token) || Array.from(token).every((char) => BYTE_OF.has(char)));
}

/**
 * Finds tokens again in the text they were made of, each after the one before it: sub-words with `##`, `▁`, `Ġ` or `</w>`,
 * byte-level ones that hold a part of a character, lower-cased and unaccented ones. Special tokens (`[CLS]`, `<s>`) that the
 * text does not hold, and `[UNK]`, stand nowhere: start = end.
 * @returns UTF-16 offsets, one span per token.
 * @throws FvError `invalid-data` naming the first token that is not in the rest of the text.
 */
export function alignTokens(text: string, tokens: readonly string[]): TextSpans {
  return areBytes(tokens) ? alignBytes(text, tokens) : alignText(text, tokens);
}

function alignText(text: string, tokens: readonly string[]): TextSpans {
  const starts = new Uint32Array(tokens.length);
  const ends = new Uint32Array(tokens.length);
  let plain: FoldedText | null = null;
  let at = 0;
  tokens.forEach((token, i) => {
    const wanted = surface(token);
    const reach = at + 200 + wanted.length;
    let start = wanted === '' ? at : text.slice(at, reach).indexOf(wanted);
    let end = at;
    if (wanted !== '' && start >= 0 && !(SPECIAL.test(token) && /\S/u.test(text.slice(at, at + start)))) {
      start += at;
      end = start + wanted.length;
      // The same letters may stand nearer in another case.
      if (/\S/u.test(text.slice(at, start))) {
        const nearer = (plain ??= foldText(text)).find(wanted, at, start);
        if (nearer) [start, end] = nearer;
      }
    } else if (wanted !== '' && !SPECIAL.test(token)) {
      const found = (plain ??= foldText(text)).find(wanted, at, reach);
      if (!found) throw notFound(token, i, text, at);
      [start, end] = found;
    } else start = end = at;
    starts[i] = start;
    ends[i] = end;
    at = end;
  });
  return { starts, ends };
}

interface FoldedText {
  /** Where `wanted` begins in text[from, to), folded, or null. */
  find(wanted: string, from: number, to: number): [start: number, end: number] | null;
}

/** The text folded, with the way back to its own offsets. */
function foldText(text: string): FoldedText {
  const origin: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const char of text) {
    const piece = folded(char);
    // A mark that folds away belongs to the letter before it.
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = at + char.length;
    for (let i = 0; i < piece.length; i++) {
      origin.push(at);
      ends.push(at + char.length);
    }
    plain += piece;
    at += char.length;
  }
  const indexOf = (offset: number) => {
    let low = 0;
    let high = origin.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (origin[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    find(wanted, from, to) {
      const key = folded(wanted);
      const first = indexOf(from);
      const found = key === '' ? -1 : plain.slice(first, indexOf(to)).indexOf(key);
      return found < 0 ? null : [origin[first + found], ends[first + found + key.length - 1]];
    },
  };
}

function alignBytes(text: string, tokens: readonly string[]): TextSpans {
  const { bytes, offsetOf } = utf8(text);
  const starts = new Uint32Array(tokens.length);
  const ends = new Uint32Array(tokens.length);
  let at = 0;
  tokens.forEach((token, i) => {
    const own = Array.from(token, (char) => BYTE_OF.get(char)!);
    let from = at;
    let skip = 0;
    // RoBERTa puts a space before the first word, and some pipelines drop white space.
    if (own[0] === 32 && bytes[at] !== 32) skip = 1;
    else while (own[0] !== bytes[from] && isSpace(bytes[from])) from++;
    const fits = !own.includes(undefined!) && own.slice(skip).every((byte, k) => bytes[from + k] === byte);
    if (!fits && !SPECIAL.test(token)) throw notFound(token, i, text, offsetOf(Math.min(at, bytes.length)));
    const end = fits ? from + own.length - skip : at;
    // The space is the mark of a word's beginning, not a part of the word.
    const inner = fits && own.length - skip > 1 && isSpace(bytes[from]) ? from + 1 : from;
    starts[i] = offsetOf(fits ? inner : at);
    // A token may end within a character: the character belongs to it, too.
    ends[i] = Math.max(starts[i], offsetOf(end));
    at = end;
  });
  return { starts, ends };
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte > 8 && byte < 14);
}

/** The text's bytes, and the UTF-16 offset of the character that a byte belongs to (of its end, from its second byte on). */
function utf8(text: string): { bytes: Uint8Array; offsetOf: (byte: number) => number } {
  const bytes = new TextEncoder().encode(text);
  const offsets = new Uint32Array(bytes.length + 1);
  let at = 0;
  let byte = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    offsets[byte] = at;
    at += char.length;
    for (let k = 1; k < length; k++) offsets[byte + k] = at;
    byte += length;
  }
  offsets[byte] = at;
  return { bytes, offsetOf: (index) => offsets[index] };
}

function notFound(token: string, index: number, text: string, at: number): FvError {
  return new FvError({
    code: 'invalid-data',
    expected: `token ${index} (${JSON.stringify(token)}) in the text after offset ${at}`,
    received: JSON.stringify(text.slice(at, at + 40)),
    fix: 'give the text that was tokenized, or offsets of the tokens',
  });
}
