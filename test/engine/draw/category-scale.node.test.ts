import { describe, expect, test } from 'vitest';
import { categoryScale, entriesAmong, findCategories } from '../../../src/engine/draw/category-scale';
import { FIRST_INDEX, MISSING_INDEX, OTHER_INDEX } from '../../../src/engine/draw/palette';

/** `kinds` categories k0, k1, … each once less often than the one before. */
const falling = (kinds: number) => Array.from({ length: kinds }, (_, i) => Array.from({ length: kinds - i }, () => `k${i}`)).flat();

describe('categories', () => {
  test('take the colours by frequency, ties by first appearance', async () => {
    const { entries, indices } = await categoryScale(['b', 'a', 'a', 'c', null, 'a', 'c', 'b']);
    expect(entries.map(({ value, kind, count }) => [value, kind, count])).toEqual([
      ['a', 'category', 3],
      ['b', 'category', 2],
      ['c', 'category', 2],
      [null, 'missing', 1],
    ]);
    expect([...indices]).toEqual([1, 0, 0, 2, -2, 0, 2, 1].map((rank) => FIRST_INDEX + rank));
  });

  test('each have a colour up to 20; of more, the ten most frequent have one and the rest is other', async () => {
    const twenty = await categoryScale(falling(20));
    expect(twenty.entries).toHaveLength(20);
    const many = await categoryScale(falling(21));
    expect(many.entries).toHaveLength(11);
    expect(many.entries[10]).toEqual({ value: null, kind: 'other', count: 66, colorIndex: OTHER_INDEX });
    expect(many.indices[many.indices.length - 1]).toBe(OTHER_INDEX);
  });

  test('are all known by name, code and count, however many there are', async () => {
    const column = Array.from({ length: 30_000 }, (_, i) => (i % 10 === 9 ? null : `w${i % 5000}`));
    const { categories, codes, missing } = await categoryScale(column);
    expect(categories).toHaveLength(4500);
    expect(missing).toBe(3000);
    for (const i of [0, 8, 9, 4999, 29_998]) {
      expect(codes[i] === 0 ? null : categories[codes[i] - 1]).toEqual(column[i] === null ? null : { value: column[i], count: 6 });
    }
  });

  test('get a colour by name, in the order of the names, after the frequent ones', async () => {
    const { entries } = await categoryScale(falling(30), { colored: ['k29', 'k3', 'k20', 'unknown'] });
    expect(entries.slice(9, 12).map(({ value }) => value)).toEqual(['k9', 'k29', 'k20']);
    expect(entries.map(({ colorIndex }) => colorIndex)).toEqual([...Array.from({ length: 12 }, (_, i) => FIRST_INDEX + i), OTHER_INDEX]);
    expect(entries[12].count).toBe(falling(30).length - entries.slice(0, 12).reduce((sum, { count }) => sum + count, 0));
  });

  test('get no more colours than a palette has', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `c${i}`);
    const { entries } = await categoryScale(names, { colored: names });
    expect(entries).toHaveLength(255);
    expect(entries.at(-1)).toMatchObject({ kind: 'other', count: 400 - 254 });
  });

  test('miss null, empty text and NaN', async () => {
    const { indices } = await categoryScale([null, '', NaN, 'x']);
    expect([...indices]).toEqual([MISSING_INDEX, MISSING_INDEX, MISSING_INDEX, FIRST_INDEX]);
  });

  test('are counted among the leading rows, those that do not occur there left out', async () => {
    const scale = await categoryScale(['a', 'b', 'a', null, 'c']);
    expect(entriesAmong(scale, 3).map(({ value, count }) => [value, count])).toEqual([['a', 2], ['b', 1]]);
    expect(entriesAmong(scale, 5)).toBe(scale.entries);
  });

  test('are found by a part of their name, most frequent first', async () => {
    const scale = await categoryScale(['Verb.motion', 'noun.act', 'noun.act', 'verb.change', 'verb.change', 'verb.change']);
    expect(findCategories(scale, ' VERB', 10).map((i) => scale.categories[i].value)).toEqual(['verb.change', 'Verb.motion']);
    expect(findCategories(scale, '', 2)).toHaveLength(2);
    expect(findCategories(scale, 'adverb', 10)).toEqual([]);
  });
});
