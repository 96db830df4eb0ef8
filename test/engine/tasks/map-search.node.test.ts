import { describe, expect, test } from 'vitest';
import { createTaskHandlers } from '../../../src/engine/tasks/handlers';
import type { TaskHandler, TaskHandlerMap } from '../../../src/engine/tasks/messages';
import { MapSearch, type MapQuery } from '../../../src/engine/tasks/map-search';
import { TaskWorker } from '../../../src/engine/tasks/task-worker';

/** Node has no workers of the web: the handlers work in this thread. */
function open() {
  const calls: string[] = [];
  const search = new MapSearch(new TaskWorker({
    createWorker: () => {
      throw new ReferenceError('Worker is not defined');
    },
    async loadHandlers() {
      const handlers: TaskHandlerMap = createTaskHandlers();
      return Object.fromEntries(Object.entries(handlers).map(([name, handler]): [string, TaskHandler] => [name, (args, scope) => {
        calls.push(name);
        return handler(args, scope);
      }]));
    },
  }));
  const find = async (query: string, more: Partial<MapQuery> = {}) => [...(await search.search({ query, mode: 'substring', columns: [], rows: 100_000, ...more })).ids];
  return { search, calls, find };
}

const source = { labels: ['one', 'two', 'three'], columns: { rank: Float32Array.of(1, NaN, 2.5), note: ['n', null, ''] } };

describe('the source', () => {
  test('goes to the worker once, in slices, and only what is searched', async () => {
    const { search, calls, find } = open();
    search.setSource({ labels: Array.from({ length: 20_000 }, (_, i) => `word ${i}`) });
    expect(await find('19999')).toEqual([19_999]);
    expect(await find('7777')).toEqual([7777, 17_777]);
    expect(calls).toEqual(['search-append', 'search-append', 'search-append', 'search', 'search']);
  });

  test('columns are searched by their values; what is missing is empty', async () => {
    const { search, find } = open();
    search.setSource(source);
    expect(await find('2.5', { columns: ['rank'] })).toEqual([2]);
    expect(await find('n', { columns: ['note', 'rank'] })).toEqual([0]);
    expect(await find('null', { columns: ['note'] })).toEqual([]);
    expect(await find('NaN', { columns: ['rank'] })).toEqual([]);
    await expect(find('x', { columns: ['size'] })).rejects.toMatchObject({ code: 'invalid-option', expected: 'columns of the data (rank, note)', received: 'size' });
  });

  test('another one takes its place; a grown one sends its new rows', async () => {
    const { search, calls, find } = open();
    search.setSource(source);
    expect(await find('t')).toEqual([1, 2]);
    search.setSource({ labels: ['zero', 'ten'] });
    expect(await find('t')).toEqual([1]);
    search.setSource({ labels: ['zero', 'ten', 'two'] }, { grown: true });
    expect(await find('t')).toEqual([1, 2]);
    search.setSource({ labels: [] });
    expect(await find('t')).toEqual([]);
    expect(calls.filter((name) => name === 'search-append')).toHaveLength(4);
  });
});

test('searches are answered in their order, also after one that failed', async () => {
  const { search, find } = open();
  search.setSource(source);
  const bad = find('x', { columns: ['size'] });
  const good = find('one');
  await expect(bad).rejects.toThrow('size');
  expect(await good).toEqual([0]);
});

test('marks name the column that matches', async () => {
  const { search } = open();
  search.setSource(source);
  expect(await search.marks({ query: 'n', mode: 'substring', columns: ['note'], rows: 3 }, [0, 1])).toEqual([
    { column: null, text: 'one', spans: [1, 2] }, { column: null, text: 'two', spans: [] },
  ]);
  expect(await search.marks({ query: '2', mode: 'substring', columns: ['note', 'rank'], rows: 3 }, [2])).toEqual([{ column: 'rank', text: '2.5', spans: [0, 1] }]);
});

test('regular expressions need a worker, which can be ended', async () => {
  const { search, find } = open();
  search.setSource(source);
  await expect(find('o', { mode: 'regex' })).rejects.toMatchObject({ code: 'invalid-option', received: 'a page that may start none' });
});
