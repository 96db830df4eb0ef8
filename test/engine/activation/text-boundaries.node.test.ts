import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishNow } from '../../../src/engine/stepwise';
import { graphemeEnds, lineSpans, sentenceSpans, whitespaceSpans, wordSpans, type TextSpans } from '../../../src/engine/activation/text-boundaries';

const pieces = (text: string, { starts, ends }: TextSpans) => Array.from(starts, (start, i) => text.slice(start, ends[i]));

function graphemes(text: string): string[] {
  const ends = finishNow(graphemeEnds(text));
  return Array.from(ends, (end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end));
}

const bySegmenter = (text: string) => Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

describe('graphemes', () => {
  test.each([
    ['plain', 'ab c', ['a', 'b', ' ', 'c']],
    ['a combining mark joins the letter before it', 'xe\u0301y', ['x', 'e\u0301', 'y']],
    ['a family is one', 'a👨‍👩‍👧b', ['a', '👨‍👩‍👧', 'b']],
    ['flags are pairs', '🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
    ['a keycap joins its digit', '1️⃣2', ['1️⃣', '2']],
    ['a line break is one', 'a\r\nb\n', ['a', '\r\n', 'b', '\n']],
    ['Chinese', '你好，世界', ['你', '好', '，', '世', '界']],
    ['Korean letters join', '\u1100\u1161각', ['\u1100\u1161', '각']],
    ['Devanagari', 'क्षि', bySegmenter('क्षि')],
  ])('%s', (_name, text, expected) => expect(graphemes(text)).toEqual(expected));

  test('are those of Intl.Segmenter, whatever the text', () => {
    const unit = constantFrom('a', 'b', ' ', '\r', '\n', '\t', 'é', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '👍', '🏽', '👩', '🇩', '你', 'ば', 'か\u3099', '가', 'ᄀ', 'ᅡ', 'ش', 'क', '्', '\ud800', '©', '゛', 'Ж', 'ﾞ');
    assert(property(array(unit, { maxLength: 30 }), (units) => {
      expect(graphemes(units.join(''))).toEqual(bySegmenter(units.join('')));
    }), { seed: 5, numRuns: 500 });
  });

  test('of runs longer than a step are whole', () => {
    const text = `${'a'.repeat(20_000)}${'👨‍👩‍👧'.repeat(9_000)}b`;
    const found = graphemes(text);
    expect(found).toHaveLength(29_001);
    expect(new Set(found)).toEqual(new Set(['a', '👨‍👩‍👧', 'b']));
  });
});

test('words are dictionary words and punctuation marks', () => {
  expect(pieces('He said, “don’t”.', finishNow(wordSpans('He said, “don’t”.')))).toEqual(['He', 'said', ',', '“', 'don’t', '”', '.']);
  expect(pieces('我爱北京', finishNow(wordSpans('我爱北京', 'zh'))).join('|')).toBe('我|爱|北京');
});

test('white space parts words, lines part lines, and sentences are without the space around them', () => {
  expect(pieces(' a  b.c\n', finishNow(whitespaceSpans(' a  b.c\n')))).toEqual(['a', 'b.c']);
  expect(pieces('one \n\n  two', finishNow(lineSpans('one \n\n  two')))).toEqual(['one', 'two']);
  expect(pieces('One is. Two are!  Three', finishNow(sentenceSpans('One is. Two are!  Three')))).toEqual(['One is.', 'Two are!', 'Three']);
});
