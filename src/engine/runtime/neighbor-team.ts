import { createDevice, type Device } from '../kernels';
import { approximateNeighbors, ExactSearch, exactNeighbors, sampledRecall, searchMethod, shareWork } from '../neighbors';
import type { ApproximateSearch, CellHelper, CellIndex, ListSlice, SearchVectors } from '../neighbors';
import type { NeighborLists } from '../types';
import { type HelperWorker, startHelpers } from './helper-worker';
import type { CellTask } from './messages';

/** Distances below which starting a worker takes longer than it saves. */
const FEWEST_DISTANCES = 1.5e7;

/** Rows handed out at a time: short enough that no thread waits long for the last one. */
const ROWS_AT_A_TIME = 256;

/**
 * Neighbours by every core, exact or approximate as fits: workers of the same script take units of work in turn with
 * this thread. Outside a worker, where a worker may not start workers, or for few points, this thread works alone.
 */
export async function findNeighborsTogether(device: Device, vectors: SearchVectors, search: ApproximateSearch): Promise<NeighborLists> {
  const points = vectors.values.length / vectors.dimensions;
  if (searchMethod(points, device) === 'approximate') {
    const lists = await approximateNeighbors(vectors, search, hireCellHelpers);
    return { ...lists, recall: await recallOf(vectors, lists, search) };
  }
  return device.backend === 'cpu' ? findExactTogether(device, vectors, search) : exactNeighbors(device, vectors, search);
}

/** Recall on a sample, on a device of its own: its copy of the vectors goes with it. */
async function recallOf(vectors: SearchVectors, lists: NeighborLists, { metric, signal }: ApproximateSearch): Promise<number> {
  const { device } = await createDevice('cpu');
  try {
    return await sampledRecall(device, vectors, lists, { metric, signal });
  } finally {
    device.dispose();
  }
}

async function findExactTogether(device: Device, vectors: SearchVectors, search: ApproximateSearch): Promise<NeighborLists> {
  const points = vectors.values.length / vectors.dimensions;
  const { k, metric, signal, onProgress } = search;
  const helpers = points * points < FEWEST_DISTANCES || k === 0 ? [] : startHelpers(2 * vectors.values.byteLength);
  if (helpers.length === 0) return exactNeighbors(device, vectors, search);

  const lists: NeighborLists = { indices: new Uint32Array(points * k), distances: new Float32Array(points * k), k, recall: 1 };
  const units: [number, number][] = [];
  for (let from = 0; from < points; from += ROWS_AT_A_TIME) units.push([from, Math.min(points, from + ROWS_AT_A_TIME)]);
  let done = 0;
  function put(from: number, part: NeighborLists): void {
    lists.indices.set(part.indices, from * k);
    lists.distances.set(part.distances, from * k);
    done += part.indices.length / k;
    onProgress?.(done / points);
  }

  const own = new ExactSearch(device, vectors);
  try {
    const employ = (helper: HelperWorker) => async ([from, to]: [number, number]) => {
      const answer = await helper.ask((id) => ({ type: 'search', id, from, to }));
      if (answer.type === 'neighbors') put(from, answer.lists);
    };
    for (const helper of helpers) helper.post({ type: 'search-vectors', vectors, search: { k, metric } });
    // Two units a helper: it never waits for this thread to hand out the next one.
    const workers = helpers.flatMap((helper) => [employ(helper), employ(helper)]);
    await shareWork(units, async ([from, to]) => put(from, await own.search({ k, metric, signal, from, to })), workers);
    return lists;
  } finally {
    own.dispose();
    for (const helper of helpers) helper.close();
  }
}

/** Helpers that hold the index once as it arrives, and once in the kernels' memory with lists and graph. */
function hireCellHelpers(index: CellIndex, length: number): CellHelper[] {
  const points = index.vectors.values.length / index.vectors.stride;
  const bytes = 2 * index.vectors.values.byteLength + index.queries.byteLength + points * length * 20;
  return startHelpers(bytes).map((helper) => {
    const run = async (task: CellTask): Promise<ListSlice> => {
      const answer = await helper.ask((id) => ({ type: 'cell-task', id, task }));
      if (answer.type !== 'cell-lists') throw new TypeError(`an answer of type ${answer.type} to a cell task`);
      return answer.lists;
    };
    helper.post({ type: 'cell-index', index, length });
    return {
      scan: async (from, to) => void (await run({ name: 'scan', from, to })),
      lists: () => run({ name: 'lists' }),
      fixGraph: async (lists) => void (await run({ name: 'graph', lists })),
      join: (from, to) => run({ name: 'join', from, to }),
      close: () => helper.close(),
    };
  });
}
