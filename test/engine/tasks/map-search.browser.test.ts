import { afterEach, expect, test } from 'vitest';
import { MapSearch } from '../../../src/engine/tasks/map-search';

const search = new MapSearch();
afterEach(() => search.stop());

test('in its worker: finds, refuses what is no pattern, ends a pattern that would not end, and goes on', async () => {
  search.setSource({ labels: ['a', 'berlin', `${'a'.repeat(60)}!`] });
  const find = async (query: string, mode: 'substring' | 'regex') => [...(await search.search({ query, mode, columns: [], rows: 3 })).ranked];
  expect(await find('A', 'substring')).toEqual([0, 2]);
  expect(await find('^b.*n$', 'regex')).toEqual([1]);
  await expect(find('(a', 'regex')).rejects.toMatchObject({ code: 'invalid-option', received: expect.stringContaining('Unterminated group') });

  let turns = 0;
  const timer = setInterval(() => turns++, 20);
  await expect(find('(a+)+$', 'regex')).rejects.toMatchObject({ code: 'timeout' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
  expect(await find('berl', 'substring')).toEqual([1]);
  expect(await search.marks({ query: 'r.', mode: 'regex', columns: [], rows: 3 }, [1])).toEqual([{ column: null, text: 'berlin', spans: [2, 4] }]);
});
