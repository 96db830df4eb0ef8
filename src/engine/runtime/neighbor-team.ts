import type { Device } from '../kernels';
import { ExactSearch, exactNeighbors, type NeighborSearch, type SearchVectors } from '../neighbors';
import type { NeighborLists } from '../types';
import type { EngineRequest, EngineResponse } from './messages';

/** Workers that a search takes besides its own thread, at most. */
const MOST_HELPERS = 7;

/** Distances below which starting a worker takes longer than it saves. */
const FEWEST_DISTANCES = 1.5e7;

/** Rows handed out at a time: short enough that no thread waits long for the last one. */
const ROWS_AT_A_TIME = 256;

/** Whether this thread is a worker, whose address starts another of its kind. */
const IN_WORKER = typeof (globalThis as { WorkerGlobalScope?: unknown }).WorkerGlobalScope === 'function';

/** Another worker of the kind this thread is. */
interface Helper {
  search(from: number, to: number): Promise<NeighborLists>;
  close(): void;
}

/**
 * Exact neighbours by every core: workers of the same script take blocks of rows in turn with this thread.
 * Outside a worker, where a worker may not start workers, or for few points, this thread searches alone.
 */
export async function findNeighborsTogether(device: Device, vectors: SearchVectors, search: NeighborSearch): Promise<NeighborLists> {
  const points = vectors.values.length / vectors.dimensions;
  const { k, metric, signal, onProgress } = search;
  const helpers = points * points < FEWEST_DISTANCES || k === 0 ? [] : startHelpers(vectors, { k, metric });
  if (helpers.length === 0) return exactNeighbors(device, vectors, search);

  const lists: NeighborLists = { indices: new Uint32Array(points * k), distances: new Float32Array(points * k), k };
  const abandoned: [number, number][] = [];
  let next = 0;
  let done = 0;

  function take(): [number, number] | null {
    const again = abandoned.pop();
    if (again !== undefined) return again;
    if (next >= points) return null;
    const from = next;
    next = Math.min(points, from + ROWS_AT_A_TIME);
    return [from, next];
  }

  function put(from: number, part: NeighborLists): void {
    lists.indices.set(part.indices, from * k);
    lists.distances.set(part.distances, from * k);
    done += part.indices.length / k;
    onProgress?.(done / points);
  }

  async function employ(helper: Helper): Promise<void> {
    for (let rows = take(); rows !== null && !signal?.aborted; rows = take()) {
      try {
        put(rows[0], await helper.search(...rows));
      } catch {
        // A helper that fails (no memory, no worker allowed) leaves its rows to the others.
        abandoned.push(rows);
        return;
      }
    }
  }

  const own = new ExactSearch(device, vectors);
  try {
    // Two blocks a helper: it never waits for this thread to hand out the next one.
    const work = helpers.flatMap((helper) => [employ(helper), employ(helper)]);
    for (;;) {
      for (let rows = take(); rows !== null; rows = take()) put(rows[0], await own.search({ k, metric, signal, from: rows[0], to: rows[1] }));
      await Promise.all(work);
      if (abandoned.length === 0) return lists;
    }
  } finally {
    own.dispose();
    for (const helper of helpers) helper.close();
  }
}

function startHelpers(vectors: SearchVectors, search: Pick<NeighborSearch, 'k' | 'metric'>): Helper[] {
  if (!IN_WORKER || typeof Worker !== 'function') return [];
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const helpers: Helper[] = [];
  for (let i = 0; i < Math.min(MOST_HELPERS, cores - 1); i++) {
    try {
      helpers.push(startHelper(vectors, search));
    } catch {
      break;
    }
  }
  return helpers;
}

function startHelper(vectors: SearchVectors, search: Pick<NeighborSearch, 'k' | 'metric'>): Helper {
  const worker = new Worker(location.href, { type: 'module', name: 'flair-visual neighbours' });
  const pending = new Map<number, { resolve(lists: NeighborLists): void; reject(): void }>();
  let failed = false;
  let count = 0;
  const fail = () => {
    failed = true;
    for (const { reject } of pending.values()) reject();
    pending.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail();
  };
  worker.onmessage = ({ data }: MessageEvent<EngineResponse>) => {
    if (data.type === 'neighbors') {
      pending.get(data.id)?.resolve(data.lists);
      pending.delete(data.id);
    } else if (data.type === 'failed') fail();
  };
  const post = (request: EngineRequest) => worker.postMessage(request);
  post({ type: 'search-vectors', vectors, search });
  return {
    search: (from, to) =>
      new Promise((resolve, reject) => {
        if (failed) {
          reject();
          return;
        }
        const id = count++;
        pending.set(id, { resolve, reject });
        post({ type: 'search', id, from, to });
      }),
    close() {
      fail();
      worker.terminate();
    },
  };
}
