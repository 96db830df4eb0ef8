import { describe, expect, test } from 'vitest';
import { clickedFilter, filterKeys, filterMask, NO_FILTER, shownBy, type CategoryFilter } from '../../../src/engine/draw/category-filter';
import { resolveColorScale } from '../../../src/engine/draw/color-scale';

const ALL = ['a', 'b', 'c', null];
const solo = (...soloed: (string | null)[]): CategoryFilter => ({ soloed, hidden: [] });
const hide = (...hidden: (string | null)[]): CategoryFilter => ({ soloed: [], hidden });

describe('a click on a legend', () => {
  const click = (filter: CategoryFilter, ...keys: (string | null)[]) => clickedFilter(filter, keys, false, ALL);

  test('shows a category alone, another one alone, and everything again', () => {
    expect(click(NO_FILTER, 'a')).toEqual(solo('a'));
    expect(click(solo('a'), 'b')).toEqual(solo('b'));
    expect(click(solo('b'), 'b')).toEqual(NO_FILTER);
    expect(click(hide('a'), null)).toEqual(solo(null));
  });

  test('on "other" stands for all it holds', () => {
    expect(click(NO_FILTER, 'b', 'c')).toEqual(solo('b', 'c'));
    expect(click(solo('c', 'b'), 'b', 'c')).toEqual(NO_FILTER);
    expect(click(solo('b'), 'b', 'c')).toEqual(solo('b', 'c'));
  });
});

describe('a click with Shift', () => {
  const shift = (filter: CategoryFilter, ...keys: (string | null)[]) => clickedFilter(filter, keys, true, ALL);

  test('hides and shows', () => {
    expect(shift(NO_FILTER, 'a')).toEqual(hide('a'));
    expect(shift(hide('a'), null)).toEqual(hide('a', null));
    expect(shift(hide('a', null), 'a')).toEqual(hide(null));
  });

  test('adds to those alone on show, and takes away', () => {
    expect(shift(solo('a'), 'b')).toEqual(solo('a', 'b'));
    expect(shift(solo('a', 'b'), 'a')).toEqual(solo('b'));
  });

  test('brings everything back with the last one to hide, or to show', () => {
    expect(shift(solo('a'), 'a')).toEqual(NO_FILTER);
    expect(shift(hide('a', 'b', 'c'), null)).toEqual(NO_FILTER);
    expect(shift(solo('a', 'b', 'c'), null)).toEqual(NO_FILTER);
  });
});

test('what is on show', () => {
  expect(['a', 'b'].map(shownBy(NO_FILTER))).toEqual([true, true]);
  expect(['a', 'b'].map(shownBy(solo('a')))).toEqual([true, false]);
  expect(['a', 'b'].map(shownBy(hide('a')))).toEqual([false, true]);
});

describe('the mask of a filter', () => {
  test('mutes by category, those without a colour too', async () => {
    const column = [...Array.from({ length: 30 }, (_, i) => `k${i}`), null];
    const scale = await resolveColorScale(column);
    expect(filterKeys(scale)).toHaveLength(31);
    expect(filterMask(scale, NO_FILTER)).toBeNull();
    const shown = (filter: CategoryFilter) => column.filter((_, i) => filterMask(scale, filter)![i] === 0);
    expect(shown(solo('k29', 'k2'))).toEqual(['k2', 'k29']);
    expect(shown(hide(null, 'k25'))).toEqual(column.filter((value) => value !== null && value !== 'k25'));
  });

  test('mutes the values of a ramp, those without a logarithm, or those without a value', async () => {
    const scale = await resolveColorScale([5, 0, null, 7], { scale: 'log' });
    expect(filterKeys(scale)).toEqual(['values', 'not-positive', null]);
    expect([...filterMask(scale, solo('values'))!]).toEqual([0, 1, 1, 0]);
    expect([...filterMask(scale, hide('not-positive', null))!]).toEqual([0, 1, 1, 0]);
    expect([...filterMask(scale, solo(null))!]).toEqual([1, 1, 0, 1]);
  });
});
