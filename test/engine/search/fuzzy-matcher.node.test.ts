import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/engine/random';
import { TextSearch } from '../../../src/engine/search';
import { allowedErrors, narrows } from '../../../src/engine/search/fuzzy-matcher';
import { nearestOccurrence } from '../../../src/engine/search/nearest-occurrence';

const random = createRandom(4);
const word = (letters: string, length: number) => Array.from({ length }, () => letters[Math.floor(letters.length * random())]).join('');

function search(labels: string[], ...queries: string[]): string[] {
  const texts = new TextSearch();
  texts.append(0, labels);
  let ranked: Uint32Array = new Uint32Array(0);
  for (const query of queries) ({ ranked } = texts.search({ query, mode: 'fuzzy', fields: [0], rows: labels.length }));
  return [...ranked].map((id) => labels[id]);
}

describe('the occurrence nearest to a word', () => {
  test.each([
    ['berlin', 'in berlin', 3, 9, 0], ['berlin', 'in brlin', 3, 8, 1], ['berlin', 'in berrlin', 3, 10, 1], ['berlin', 'in bexlin', 3, 9, 1],
    ['berlin', 'in berlni', 3, 9, 1], ['abc', 'xyz', 0, 0, 3], ['abc', '', 0, 0, 3],
  ])('%j in %j', (query, text, start, end, errors) => {
    expect(nearestOccurrence(query, text)).toEqual({ start, end, errors });
  });
});

describe('words with errors', () => {
  test('the bits find exactly the texts that the table of distances allows', () => {
    const labels = Array.from({ length: 3000 }, () => word('abcd', Math.floor(14 * random())));
    for (let length = 1; length <= 9; length++) {
      const query = word('abcd', length);
      const expected = labels.filter((label) => nearestOccurrence(query, label).errors <= allowedErrors(length));
      expect(search(labels, query).sort()).toEqual(expected.sort());
    }
  });

  test('fewer errors come first, then the whole text, its beginning, elsewhere', () => {
    expect(search(['unbelievable', 'believer', 'beleive', 'believe', 'the believer', 'relieve'], 'beleive')).toEqual(
      ['beleive', 'believe', 'believer', 'the believer', 'relieve', 'unbelievable'],
    );
  });

  test('short words allow none', () => {
    expect([1, 3, 4, 6, 7, 40].map(allowedErrors)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(search(['cat', 'car'], 'cat')).toEqual(['cat']);
  });

  test('several words match in any order, each within its own errors', () => {
    expect(search(['new york city', 'york', 'old yrok, new', 'newly'], 'yrok new')).toEqual(['old yrok, new', 'new york city']);
  });

  test('words longer than a machine word are compared by their beginning', () => {
    const long = 'a'.repeat(20) + 'b'.repeat(20);
    expect(search([long, 'a'.repeat(20)], `${long}c`)).toEqual([long]);
  });

  test('any script', () => {
    expect(search(['Владивосток', 'Москва'], 'влодивосток')).toEqual(['Владивосток']);
    expect(search(['国家图书馆', '国家图馆'], '国家图书')).toEqual(['国家图书馆', '国家图馆']);
  });
});

describe('typing on', () => {
  test('finds the same as a query typed at once', () => {
    const labels = Array.from({ length: 2000 }, () => word('abc', 8));
    const query = 'abcabcab';
    for (let length = 1; length <= query.length; length++) {
      const typed = Array.from({ length }, (_, i) => query.slice(0, i + 1));
      expect(search(labels, ...typed)).toEqual(search(labels, typed[length - 1]));
    }
  });

  test.each([
    ['berl', 'berli', true], ['ber', 'berl', false], ['berlin', 'berline', false], ['new', 'new york', true], ['new york', 'new', false], ['berl', 'oberl', false],
  ])('%j then %j: only earlier matches can match: %s', (before, after, expected) => {
    expect(narrows(before, after)).toBe(expected);
  });
});
