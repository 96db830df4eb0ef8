/** Runs of letters, marks and digits, with apostrophes and hyphens inside. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts that write no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | null | undefined;

function segmenterOf(): Intl.Segmenter | null {
  return (segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null);
}

/** The words of a text in lower case; text without spaces is cut by the browser's dictionary where there is one. */
export function tokens(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (!UNSPACED.test(text)) return words;
  return words.flatMap((word) => {
    const segments = UNSPACED.test(word) ? segmenterOf()?.segment(word) : undefined;
    return segments ? Array.from(segments).filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment) : [word];
  });
}
