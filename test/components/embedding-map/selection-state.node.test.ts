import { describe, expect, test } from 'vitest';
import { clickMode, combineIds, distinctIds, otherIds } from '../../../src/components/embedding-map/selection-ids';
import { SelectionSets } from '../../../src/components/embedding-map/selection-sets';
import { SelectionState } from '../../../src/components/embedding-map/selection-state';

const ids = (...values: number[]) => Uint32Array.from(values);

describe('selected ids', () => {
  test.each([
    ['replace', [4, 1]],
    ['add', [5, 1, 3, 4]],
    ['remove', [5, 3]],
    ['intersect', [1]],
  ] as const)('%s', (mode, expected) => {
    expect([...combineIds(ids(5, 1, 3), ids(4, 1), mode, 6)]).toEqual(expected);
  });

  test('come once each, in the order of their first coming', () => {
    expect([...distinctIds([3, 1, 3, 2, 1], 4)]).toEqual([3, 1, 2]);
  });

  test('are inverted without what is muted', () => {
    expect([...otherIds(ids(1, 3), 6)]).toEqual([0, 2, 4, 5]);
    expect([...otherIds(ids(1, 3), 6, Uint8Array.of(0, 0, 0, 0, 1, 0))]).toEqual([0, 2, 5]);
  });

  test('are added by a click with Ctrl or ⌘, removed by one with Alt', () => {
    const none = { ctrlKey: false, metaKey: false, altKey: false };
    expect([clickMode(none), clickMode({ ...none, ctrlKey: true }), clickMode({ ...none, metaKey: true }), clickMode({ ...none, altKey: true, ctrlKey: true })])
      .toEqual(['replace', 'add', 'add', 'remove']);
  });
});

describe('the history of a selection', () => {
  test('goes back and forth; a new step ends the way forth', () => {
    const state = new SelectionState();
    expect([state.canUndo, state.undo()]).toEqual([false, false]);
    for (const step of [ids(1), ids(2, 3), ids()]) state.set(step);
    expect([state.undo(), state.list]).toEqual([true, [2, 3]]);
    expect([state.undo(), state.list]).toEqual([true, [1]]);
    expect([state.redo(), state.list, state.canRedo]).toEqual([true, [2, 3], true]);
    state.set(ids(7));
    expect([state.canRedo, state.redo(), state.list]).toEqual([false, false, [7]]);
  });

  test('has no step for the same points again', () => {
    const state = new SelectionState();
    expect([state.set(ids(1, 2)), state.set(ids(1, 2)), state.set(ids(2, 1))]).toEqual([true, false, true]);
  });

  test('is bounded: a hundred steps, four million ids', () => {
    const state = new SelectionState();
    for (let i = 0; i < 150; i++) state.set(ids(i));
    let steps = 0;
    while (state.undo()) steps++;
    expect(steps).toBe(100);

    const large = new SelectionState();
    for (let i = 0; i < 8; i++) large.set(new Uint32Array(1_000_000).fill(i));
    steps = 0;
    while (large.undo()) steps++;
    expect(steps).toBe(4);
  });

  test('told by an event, the ids are those of its moment', () => {
    const state = new SelectionState();
    state.set(ids(1));
    const { detail } = state;
    state.set(ids(2));
    expect(detail.ids).toEqual([1]);
  });

  test('is forgotten with the data', () => {
    const state = new SelectionState();
    state.set(ids(1));
    state.reset();
    expect([state.canUndo, state.list]).toEqual([false, []]);
  });
});

describe('named sets', () => {
  test('keep their order; saved again they keep their place', () => {
    const sets = new SelectionSets();
    sets.save('b', ids(1));
    sets.save('a', ids(2));
    const before = sets.lists;
    sets.save('b', ids(3));
    expect([...sets.lists]).toEqual([['b', [3]], ['a', [2]]]);
    expect(sets.lists).not.toBe(before);
  });

  test('are renamed in their place, over one of that name', () => {
    const sets = new SelectionSets();
    for (const [name, id] of [['a', 1], ['b', 2], ['c', 3]] as const) sets.save(name, ids(id));
    expect(sets.rename('c', 'a')).toBe(true);
    expect([...sets.lists]).toEqual([['b', [2]], ['a', [3]]]);
    expect(sets.rename('missing', 'x')).toBe(false);
    expect([sets.delete('a'), sets.delete('a')]).toEqual([true, false]);
  });
});
