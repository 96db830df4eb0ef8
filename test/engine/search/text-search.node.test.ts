import { beforeEach, describe, expect, test } from 'vitest';
import { TextSearch, type SearchMode } from '../../../src/engine/search';

const labels = ['the', 'inner Berlin', 'Berliner', 'Berlin', 'berlin wall', 'oberlin', 'Zürich', 'naïve', 'berlin wall', ''];
const countries = ['', 'Germany', 'Germany', 'Germany', 'germany, east', 'USA', 'Switzerland', '', 'x', 'y'];

let texts: TextSearch;
const query = (text: string, mode: SearchMode = 'substring', more: object = {}) => ({ query: text, mode, fields: [0], rows: labels.length, ...more });
const ranked = (...args: Parameters<typeof query>) => [...texts.search(query(...args)).ranked].map((id) => labels[id]);
const ids = (...args: Parameters<typeof query>) => [...texts.search(query(...args)).ids];

beforeEach(() => {
  texts = new TextSearch();
  // In slices, as a page sends them.
  texts.append(0, labels.slice(0, 4));
  texts.append(0, labels.slice(4));
  texts.append(1, countries);
});

describe('letters in a row', () => {
  test('rank the whole text, its beginning, the beginning of a word, elsewhere; shorter texts, then the order of rows', () => {
    expect(texts.search(query('berlin')).ranked).toEqual(Uint32Array.of(3, 2, 4, 8, 1, 5));
    expect(ids('berlin')).toEqual([1, 2, 3, 4, 5, 8]);
  });

  test('are found without regard to letter case, accents and spaces around', () => {
    expect(ranked(' ZURICH')).toEqual(['Zürich']);
    expect(ranked('zü')).toEqual(['Zürich']);
    expect(ranked('ïve')).toEqual(['naïve']);
  });

  test('are letters, not patterns', () => {
    expect(ids('.')).toEqual([]);
    expect(ids('(')).toEqual([]);
  });

  test('never reach from one text into the next', () => {
    expect(ids('the inner')).toEqual([]);
    expect(ids('wall ob')).toEqual([]);
  });

  test('a later occurrence may begin a word', () => {
    texts.append(0, ['chamberlain in the berth', 'chamber']);
    expect([...texts.search(query('ber', 'substring', { rows: 12 })).ranked].slice(-4)).toEqual([1, 10, 5, 11]);
  });

  test('none, for a query without any', () => {
    for (const mode of ['substring', 'fuzzy', 'regex'] as const) expect(ids('', mode)).toEqual([]);
    expect(ids('  ')).toEqual([]);
  });
});

describe('where', () => {
  test('rows beyond those of interest are left out, in every mode', () => {
    for (const mode of ['substring', 'fuzzy', 'regex'] as const) expect(ids('berlin', mode, { rows: 3 })).toEqual([1, 2]);
  });

  test('labels rank before columns, and a row counts once', () => {
    expect(texts.search(query('ger', 'substring', { fields: [0, 1] })).ids).toEqual(Uint32Array.of(1, 2, 3, 4));
    texts.append(0, ['a German']);
    texts.append(1, ['']);
    expect([...texts.search(query('germa', 'substring', { fields: [0, 1], rows: 11 })).ranked]).toEqual([10, 1, 2, 3, 4]);
  });

  test('a field without texts is an error', () => {
    expect(() => texts.search(query('a', 'substring', { fields: [7] }))).toThrow('texts of field 7');
  });
});

describe('regular expressions', () => {
  test('read the texts as they are, letter case aside', () => {
    expect(ids('^ber.*n$', 'regex')).toEqual([3]);
    expect(ids('\\bberlin\\b', 'regex')).toEqual([1, 3, 4, 8]);
    expect(ids('ü', 'regex')).toEqual([6]);
    expect(ids('u', 'regex')).toEqual([]);
    expect(ids('^$', 'regex')).toEqual([9]);
    expect(ids('\\p{Lu}\\p{Ll}+ich', 'regex')).toEqual([6]);
  });

  test('rank by the place of their match', () => {
    expect(ranked('berlin', 'regex')).toEqual(['Berlin', 'Berliner', 'berlin wall', 'berlin wall', 'inner Berlin', 'oberlin']);
  });

  test('may hold escapes that only the older reading allows', () => {
    expect(ids('wal\\-*l', 'regex')).toEqual([4, 8]);
  });

  test('an invalid one is an error with the reason', () => {
    expect(() => texts.search(query('(a', 'regex'))).toThrow(expect.objectContaining({ code: 'invalid-option', expected: 'a regular expression', received: 'Unterminated group' }));
  });
});

describe('what of a row matches', () => {
  const marks = (text: string, mode: SearchMode, id: number, fields = [0]) => texts.marks(query(text, mode, { fields }), [id])[0];
  const marked = (...args: Parameters<typeof marks>) => {
    const { text, spans } = marks(...args);
    return Array.from({ length: spans.length / 2 }, (_, i) => text.slice(spans[2 * i], spans[2 * i + 1]));
  };

  test('is told in the text as it is', () => {
    expect(marked('ZUR', 'substring', 6)).toEqual(['Zür']);
    expect(marked('n', 'substring', 1)).toEqual(['n', 'n', 'n']);
    expect(marked('[rw].', 'regex', 4)).toEqual(['rl', 'wa']);
    expect(marked('wall brelin', 'fuzzy', 4)).toEqual(['berlin', 'wall']);
  });

  test('in the first field that matches', () => {
    expect(marks('germ', 'substring', 4, [0, 1])).toEqual({ field: 1, text: 'germany, east', spans: [0, 4] });
    expect(marks('berlin', 'substring', 4, [0, 1]).field).toBe(0);
  });

  test('nothing where a match is empty', () => {
    expect(marks('x*', 'regex', 0)).toEqual({ field: 0, text: 'the', spans: [] });
  });
});

test('nothing is left after clearing', () => {
  texts.clear();
  texts.append(0, ['new']);
  expect([...texts.search(query('new', 'substring', { rows: 1 })).ids]).toEqual([0]);
});
