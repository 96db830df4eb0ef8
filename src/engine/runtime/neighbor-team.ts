import { createDevice, type Device, type RowTable } from '../kernels';
import { copyRows, ExactSearch, exactNeighbors, findNeighbors, sampledRecall, searchMethod, shareWork } from '../neighbors';
import type { ApproximateSearch, CellHelper, CellIndex, ListSlice, SearchVectors } from '../neighbors';
import type { NeighborLists } from '../types';
import { type HelperWorker, startHelpers } from './helper-worker';
import type { CellTask } from './messages';

/** Distances below which starting a worker takes longer than it saves. */
const FEWEST_DISTANCES = 1.5e7;

/** Rows handed out at a time: short enough that no thread waits long for the last one. */
const ROWS_AT_A_TIME = 256;

/** Rows in one message to a helper: each is copied twice on its way, and freed at once. */
const SENT_ROWS = 1 << 14;

/**
 * Neighbours by the method that fits, with a sampled recall where that is not exact. On the CPU every core helps:
 * workers of the same script take units of work in turn with this thread; outside a worker, where a worker may not
 * start workers, or for few points, this thread works alone. A software adapter is the CPU by a longer way: its
 * search runs there as well.
 */
export async function findNeighborsTogether(device: Device, vectors: SearchVectors, search: ApproximateSearch): Promise<NeighborLists> {
  if (device.backend !== 'cpu' && device.software) return onCpu((cpu) => findNeighborsTogether(cpu, vectors, search));
  if (searchMethod(vectors, device) === 'exact') {
    return device.backend === 'cpu' ? findExactTogether(device, vectors, search) : exactNeighbors(device, vectors, search);
  }
  const lists = await findNeighbors(device, vectors, search, hireCellHelpers);
  const { metric, signal } = search;
  return { ...lists, recall: await onCpu((cpu) => sampledRecall(cpu, vectors, lists, { metric, signal })) };
}

/** Works on a CPU device of its own, whose memory goes with it. */
async function onCpu<T>(work: (device: Device) => Promise<T>): Promise<T> {
  const { device } = await createDevice('cpu');
  try {
    return await work(device);
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

/** Helpers that hold rows, lists and graph in their kernels' memory, and the index. */
function hireCellHelpers(rows: RowTable, index: CellIndex, length: number): CellHelper[] {
  const points = index.offsets[index.offsets.length - 1];
  const bytes = 2 * points * rows.stride + index.queries.byteLength + points * length * 16;
  return startHelpers(bytes).map((helper) => {
    const run = async (task: CellTask, transfer: Transferable[] = []): Promise<ListSlice> => {
      const answer = await helper.ask((id) => ({ type: 'cell-task', id, task }), transfer);
      if (answer.type !== 'cell-lists') throw new TypeError(`an answer of type ${answer.type} to a cell task`);
      return answer.lists;
    };
    helper.post({ type: 'cell-index', index, dimensions: rows.dimensions, length });
    for (let from = 0; from < points; from += SENT_ROWS) {
      const values = copyRows(rows, from, Math.min(points, from + SENT_ROWS));
      helper.post({ type: 'cell-rows', from, values }, [values.buffer as ArrayBuffer]);
    }
    return {
      scan: async (from, to) => void (await run({ name: 'scan', from, to })),
      lists: (from, to) => run({ name: 'lists', from, to }),
      replace: async (lists, from) => void (await run({ name: 'replace', lists, from }, [lists.keys.buffer as ArrayBuffer, lists.ids.buffer as ArrayBuffer])),
      fixGraph: async () => void (await run({ name: 'graph' })),
      join: (from, to) => run({ name: 'join', from, to }),
      close: () => helper.close(),
    };
  });
}
