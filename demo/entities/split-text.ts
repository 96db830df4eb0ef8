/** A sentence as it was typed, and its tokens as the tagger knows them. */
export interface SplitSentence {
  text: string;
  tokens: string[];
  /** Where the tokens are in the text, UTF-16 offsets, row-major [tokens, 2]: start and end. */
  offsets: Uint32Array;
}

/**
 * Tokens as the Brown corpus has them: words with their apostrophes and hyphens ("don't", "Daniel's"), abbreviations and
 * initials with their points, figures with what stands within them, dashes; every other mark alone.
 */
const TOKEN = new RegExp([
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Capt|Sgt|Lt|Prof|Rev|St|Jr|Sr|Co|Corp|Inc|Ltd|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.`,
  String.raw`(?<![\p{L}\p{N}])\p{Lu}\.(?=\s+\p{Lu})`,
  String.raw`\$?\p{N}+(?:[.,:/-]\p{N}+)*%?`,
  String.raw`[\p{L}\p{M}\p{N}]+(?:['’&-][\p{L}\p{M}\p{N}]+)*`,
  String.raw`-{2,}|\.{3}`,
  String.raw`\S`,
].join('|'), 'gu');

const ENDS = /^[.?!…]$/;
const CLOSES = /^["”’')\]]$/;

/** What the corpus writes for a mark; quotes by whether they open or close. */
function asInCorpus(token: string, opens: boolean): string {
  if (token === '"') return opens ? '“' : '”';
  return /^(?:[—–]|-{2,})$/.test(token) ? '--' : token.replaceAll('’', "'");
}

/** Cuts a text into sentences: at line breaks, and behind `.`, `?` and `!` where no small letter follows. */
export function splitText(text: string): SplitSentence[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const found = Array.from(line.matchAll(TOKEN), ({ 0: token, index }) => ({ token, start: index, end: index + token.length }));
    const sentences: SplitSentence[] = [];
    let first = 0;
    found.forEach(({ token, end }, i) => {
      const next = found[i + 1];
      const over = ENDS.test(token) || (i > first && CLOSES.test(token) && ENDS.test(found[i - 1].token));
      if (next && !(over && end < next.start && !/^\p{Ll}/u.test(next.token))) return;
      const own = found.slice(first, i + 1);
      const from = own[0].start;
      sentences.push({
        text: line.slice(from, end),
        tokens: own.map((each) => asInCorpus(each.token, each.start === 0 || /[\s([]/.test(line[each.start - 1]))),
        offsets: Uint32Array.from(own.flatMap((each) => [each.start - from, each.end - from])),
      });
      first = i + 1;
    });
    return sentences;
  });
}
