import { describe, expect, it } from 'vitest';
import { SentencePieces } from '../../../demo/sentences/sentence-pieces';

const reserved = Array.from({ length: 6 }, (_, i) => [`reserved ${i}`, 0] as const);
const vocabulary = (...pieces: [string, number][]) => new SentencePieces([...reserved, ...pieces]);

describe('cutting text into pieces', () => {
  it('takes the pieces that are likeliest together, not the longest first', () => {
    const pieces = vocabulary(['▁ab', -9], ['▁a', -2], ['bc', -3], ['c', -4], ['▁abc', -6]);
    expect(pieces.cut('abc').pieces).toEqual(['▁a', 'bc']);
    expect(vocabulary(['▁ab', -1], ['▁a', -2], ['bc', -3], ['c', -1]).cut('abc').pieces).toEqual(['▁ab', 'c']);
  });

  it('numbers them by their place in the vocabulary', () => {
    expect(Array.from(vocabulary(['▁a', -1], ['b', -1]).cut('ab').ids)).toEqual([6, 7]);
  });

  it('joins what it does not know into one piece, number 0', () => {
    const { pieces, ids } = vocabulary(['▁a', -1], ['b', -1]).cut('a日本b');
    expect(pieces).toEqual(['▁a', '日本', 'b']);
    expect(Array.from(ids)).toEqual([6, 0, 7]);
  });

  it('says where they are in the text, without the blanks before words', () => {
    const { text, pieces, offsets } = vocabulary(['▁the', -1], ['▁d', -1], ['og', -1], ['s', -1]).cut(' the dogs ');
    expect(text).toBe('the dogs');
    expect(pieces.map((_, i) => text.slice(offsets[2 * i], offsets[2 * i + 1]))).toEqual(['the', 'd', 'og', 's']);
  });

  it('takes wide and joined letters as plain ones', () => expect(vocabulary(['▁fi', -1]).cut('ﬁ')).toMatchObject({ text: 'fi', pieces: ['▁fi'] }));

  it('finds nothing in blanks', () => expect(vocabulary(['▁', -1]).cut(' \n ')).toMatchObject({ text: '', pieces: [] }));

  it('never takes a reserved entry', () => expect(Array.from(vocabulary(['▁', -1]).cut('reserved 1').ids).every((id) => id === 0 || id >= 6)).toBe(true));
});
