import { describe, expect, it } from 'vitest';
import { splitText } from '../../../demo/entities/split-text';

const tokens = (text: string) => splitText(text).map((sentence) => sentence.tokens);

describe('text that was typed', () => {
  it('is cut as the Brown corpus is: abbreviations and initials keep their points, words their apostrophes and hyphens', () => {
    expect(tokens("Mr. T. S. Eliot doesn't pay $1,250.50 (or 3%) to the U.S. tax-collector.")).toEqual([
      ['Mr.', 'T.', 'S.', 'Eliot', "doesn't", 'pay', '$1,250.50', '(', 'or', '3%', ')', 'to', 'the', 'U.S.', 'tax-collector', '.'],
    ]);
  });

  it('has quotes and dashes as the corpus has them, and stays as it was typed', () => {
    const [{ text, tokens: own, offsets }] = splitText('“Daniel’s”—he said "yes"--twice');
    expect(own).toEqual(['“', "Daniel's", '”', '--', 'he', 'said', '“', 'yes', '”', '--', 'twice']);
    expect(own.map((_, i) => text.slice(offsets[2 * i], offsets[2 * i + 1]))).toEqual(['“', 'Daniel’s', '”', '—', 'he', 'said', '"', 'yes', '"', '--', 'twice']);
  });

  it('ends its sentences at marks before a capital, behind closing quotes, and at line breaks', () => {
    expect(splitText('He left. “Why?” She asked.\r\nNo one knows, e.g. me\n\n Is it 4.5? yes').map(({ text }) => text)).toEqual(['He left.', '“Why?”', 'She asked.', 'No one knows, e.g. me', 'Is it 4.5? yes']);
    expect(splitText(' \n\t\n')).toEqual([]);
  });

  it('takes letters of any script, and marks that no rule knows', () => {
    expect(tokens('Élan vital 東京 ☕😀')).toEqual([['Élan', 'vital', '東京', '☕', '😀']]);
  });
});
