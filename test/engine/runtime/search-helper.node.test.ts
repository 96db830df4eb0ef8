import { expect, it } from 'vitest';
import { approximateNeighbors, copyRows, exactNeighbors, searchVectors, type CellHelper, type ListSlice } from '../../../src/engine/neighbors';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import type { EngineResponse } from '../../../src/engine/runtime/messages';
import { SearchHelper } from '../../../src/engine/runtime/search-helper';
import { plantedClusters } from '../clusters';

it('A helper answers for rows of an exact search', async () => {
  const { vectors } = plantedClusters({ points: 120, dimensions: 10, clusters: 4 });
  const search = searchVectors(vectors, 10, 'cosine');
  const answers: EngineResponse[] = [];
  const helper = new SearchHelper((response) => answers.push(structuredClone(response)));
  await helper.handle({ type: 'search-vectors', vectors: search, search: { k: 5, metric: 'cosine' } });
  await helper.handle({ type: 'search', id: 7, from: 40, to: 60 });
  const { indices } = await exactNeighbors(createCpuDevice(), search, { k: 5, metric: 'cosine' });
  expect(answers).toMatchObject([{ type: 'neighbors', id: 7, lists: { k: 5, indices: indices.slice(200, 300) } }]);
});

it('A helper scans and joins its part of an approximate search: lists are those of one thread', async () => {
  const { vectors } = plantedClusters({ points: 2500, dimensions: 12, clusters: 30, apart: 2 });
  const search = searchVectors(vectors, 12, 'euclidean');
  const tasks: string[] = [];
  const together = await approximateNeighbors(search, { k: 9, metric: 'euclidean' }, (rows, index, length) => {
    let answer: ListSlice | null = null;
    const helper = new SearchHelper((response) => {
      if (response.type === 'cell-lists') answer = structuredClone(response.lists);
    });
    void helper.handle({ type: 'cell-index', index, dimensions: rows.dimensions, length });
    for (let from = 0; from < 2500; from += 1000) void helper.handle({ type: 'cell-rows', from, values: copyRows(rows, from, Math.min(2500, from + 1000)) });
    const run = async (task: Parameters<typeof helper.handle>[0] & { type: 'cell-task' }) => {
      tasks.push(task.task.name);
      await helper.handle(task);
      return answer!;
    };
    const member: CellHelper = {
      scan: async (from, to) => void (await run({ type: 'cell-task', id: 0, task: { name: 'scan', from, to } })),
      lists: (from, to) => run({ type: 'cell-task', id: 1, task: { name: 'lists', from, to } }),
      replace: async (lists, from) => void (await run({ type: 'cell-task', id: 2, task: { name: 'replace', lists, from } })),
      fixGraph: async () => void (await run({ type: 'cell-task', id: 2, task: { name: 'graph' } })),
      join: (from, to) => run({ type: 'cell-task', id: 3, task: { name: 'join', from, to } }),
      close: () => {},
    };
    return [member];
  });
  expect(new Set(tasks)).toEqual(new Set(['scan', 'lists', 'replace', 'graph', 'join']));
  expect(together).toEqual(await approximateNeighbors(search, { k: 9, metric: 'euclidean' }));
});
