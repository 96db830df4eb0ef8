import { STEP, type Stepwise } from '../stepwise';

let segmenter: Intl.Segmenter | undefined;

/**
 * Whether a UTF-16 unit begins and ends a grapheme by itself next to others like it: the scripts without combining forms.
 * CR is none, for CR LF is one grapheme; Hangul is none, for its letters join.
 */
function standsAlone(unit: number): boolean {
  return (unit < 0x300 && unit !== 13 && unit !== 0xad && unit !== 0xa9 && unit !== 0xae)
    || (unit >= 0x370 && unit < 0x483)
    || (unit >= 0x48a && unit < 0x590)
    || (unit >= 0x2010 && unit < 0x2028)
    || (unit >= 0x3041 && unit < 0x3097)
    || (unit >= 0x30a0 && unit < 0x3297)
    || (unit >= 0x3400 && unit < 0xa000)
    || (unit >= 0xff01 && unit < 0xff9e);
}

/**
 * Where the graphemes of `text` (what a reader takes for one character) end: UTF-16 offsets, ascending, the last being
 * the text's length. Plain runs are told by their units alone, forty times as fast as `Intl.Segmenter`, which does the rest.
 */
export function* graphemeEnds(text: string): Stepwise<Uint32Array> {
  const ends = new Uint32Array(text.length);
  let count = 0;
  let at = 0;
  let pause = STEP;
  while (at < text.length) {
    let next = at;
    while (next < text.length && next < pause && standsAlone(text.charCodeAt(next))) next++;
    const mixed = next < text.length && !standsAlone(text.charCodeAt(next));
    // What joins may join the plain character before it, or the one after it (CR LF, an Arabic number sign): it goes on until two plain ones stand together.
    const from = mixed ? Math.max(at, next - 1) : next;
    for (let end = at + 1; end <= from; end++) ends[count++] = end;
    at = from;
    if (mixed) {
      let to = next + 1;
      while (to < text.length && to < next + STEP && !(standsAlone(text.charCodeAt(to - 1)) && standsAlone(text.charCodeAt(to)))) to++;
      const own: number[] = [];
      for (const { index, segment } of (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })).segment(text.slice(from, to))) own.push(from + index + segment.length);
      // A run longer than a step was cut anywhere: its last end is not sure.
      if (to === next + STEP && to < text.length && own.length > 1) own.pop();
      for (const end of own) ends[count++] = end;
      at = own[own.length - 1];
    }
    if (at >= pause) {
      yield;
      pause = at + STEP;
    }
  }
  return ends.slice(0, count);
}

/** Spans of a text: starts and ends (exclusive), UTF-16 offsets, ascending, apart. */
export interface TextSpans {
  starts: Uint32Array;
  ends: Uint32Array;
}

class SpanList {
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  push(start: number, end: number): void {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[this.#count] = start;
    this.#ends[this.#count++] = end;
  }

  take(): TextSpans {
    return { starts: this.#starts.slice(0, this.#count), ends: this.#ends.slice(0, this.#count) };
  }
}

function grown(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * values.length);
  more.set(values);
  return more;
}

/** Words by Unicode's rules (dictionaries for Chinese, Japanese, Thai …) and single punctuation marks; white space is between them. */
export function* wordSpans(text: string, locale?: string): Stepwise<TextSpans> {
  const spans = new SpanList();
  let steps = 0;
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (/\S/u.test(segment)) spans.push(index, index + segment.length);
    if (++steps % 256 === 0) yield;
  }
  return spans.take();
}

/** Sentences by Unicode's rules, white space around them left out. */
export function* sentenceSpans(text: string, locale?: string): Stepwise<TextSpans> {
  const spans = new SpanList();
  let steps = 0;
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    pushTrimmed(spans, segment, index);
    if (++steps % 32 === 0) yield;
  }
  return spans.take();
}

/** What stands between white space. */
export function* whitespaceSpans(text: string): Stepwise<TextSpans> {
  const spans = new SpanList();
  let steps = 0;
  for (const match of text.matchAll(/\S+/gu)) {
    spans.push(match.index, match.index + match[0].length);
    if (++steps % 1024 === 0) yield;
  }
  return spans.take();
}

/** Lines that hold something, white space around them left out. */
export function* lineSpans(text: string): Stepwise<TextSpans> {
  const spans = new SpanList();
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    pushTrimmed(spans, text.slice(start, end), start);
    start = end + 1;
    yield;
  }
  return spans.take();
}

function pushTrimmed(spans: SpanList, text: string, at: number): void {
  const start = at + text.length - text.trimStart().length;
  const end = at + text.trimEnd().length;
  if (end > start) spans.push(start, end);
}
