import type { TaggedText } from '../data/tagged-text-format';

const NO_SPACE_BEFORE = /^(?:[.,:;?!)”]|'s)$/;
const NO_SPACE_AFTER = /^[(“]$/;

export interface Written {
  text: string;
  /** Start and end of each token in the text, UTF-16 units, [tokens, 2]. */
  offsets: Int32Array;
}

/** Tokens as they are printed: no blank before a comma or after an opening bracket. */
export function written(tokens: readonly string[]): Written {
  let text = '';
  const offsets = new Int32Array(2 * tokens.length);
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && !NO_SPACE_BEFORE.test(token) && !NO_SPACE_AFTER.test(tokens[i - 1])) text += ' ';
    offsets[2 * i] = text.length;
    text += token;
    offsets[2 * i + 1] = text.length;
  }
  return { text, offsets };
}

/** The files of a split as running text: a line each. */
export function runningText({ files }: TaggedText, split: 'train' | 'dev'): string {
  return files.filter((file) => file.split === split).map(({ sentences }) => sentences.map((sentence) => written(sentence.split(' ')).text).join(' ')).join('\n');
}
