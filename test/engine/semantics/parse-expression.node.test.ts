import { describe, expect, test } from 'vitest';
import { formatExpression, parseExpression } from '../../../src/engine/semantics/parse-expression';

const analogy = (positive: string[], negative: string[]) => ({ kind: 'analogy', positive, negative });
const axis = (from: string[], to: string[]) => ({ kind: 'axis', from, to });

describe('an analogy', () => {
  test.each([
    ['king - man + woman', analogy(['king', 'woman'], ['man'])],
    ['king − man + woman', analogy(['king', 'woman'], ['man'])],
    ['- man + king+woman', analogy(['king+woman'], ['man'])],
    ['paris + italy', analogy(['paris', 'italy'], [])],
    ['new york - usa + france', analogy(['new york', 'france'], ['usa'])],
    ['well-known - known + c++', analogy(['well-known', 'c++'], ['known'])],
    ['"a + b" - “c, d”', analogy(['a + b'], ['c, d'])],
    ['国王 - 男人 + 女人', analogy(['国王', '女人'], ['男人'])],
  ])('%s', (text, expected) => {
    expect(parseExpression(text)).toEqual(expected);
  });

  test.each(['king-man+woman', 'king−man+woman', ' king -man +woman '])('without spaces, where nothing else makes sense: %s', (text) => {
    expect(parseExpression(text)).toEqual(analogy(['king', 'woman'], ['man']));
  });
});

describe('an axis', () => {
  test.each([
    ['man … woman', axis(['man'], ['woman'])],
    ['man ... woman', axis(['man'], ['woman'])],
    ['man->woman', axis(['man'], ['woman'])],
    ['bad, awful --> good , great', axis(['bad', 'awful'], ['good', 'great'])],
    ['男人，他 → 女人、她', axis(['男人', '他'], ['女人', '她'])],
    ['new york, "well, well" … san francisco', axis(['new york', 'well, well'], ['san francisco'])],
    ['man…woman', axis(['man'], ['woman'])],
    ['a - b … c', axis(['a - b'], ['c'])],
  ])('%s', (text, expected) => {
    expect(parseExpression(text)).toEqual(expected);
  });
});

test.each(['', '  ', 'king', 'king - ', 'a … b … c', 'man …', '… woman', 'man … ,', '- man', '- man - woman', '"king"'])('%j is neither', (text) => {
  expect(() => parseExpression(text)).toThrow(/^Expected an expression such as "king - man \+ woman"/);
});

test.each(['king + woman - man', 'man, he … woman, she', '"new york" + "c++" - "well-known"', '"a, b" … c'])('%s is written as it is read', (text) => {
  expect(formatExpression(parseExpression(text))).toBe(text);
});
