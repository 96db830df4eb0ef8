import { createDevice, createNeighborKernels } from '../kernels';
import { CellSearch, ExactSearch, searchPace, type ListSlice, type NeighborSearch } from '../neighbors';
import type { CellTask, EngineResponse, HelperRequest } from './messages';

type Send = (response: EngineResponse, transfer?: Transferable[]) => void;

const NO_LISTS: ListSlice = { keys: new Int32Array(0), ids: new Int32Array(0) };

/** The side of a shared search that works for another thread: one request after the other, in order. */
export class SearchHelper {
  readonly #send: Send;
  #exact: { search: ExactSearch; options: Pick<NeighborSearch, 'k' | 'metric'> } | null = null;
  #cells: CellSearch | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(send: Send) {
    this.#send = send;
  }

  /** Resolves when the request has been answered. */
  handle(request: HelperRequest): Promise<void> {
    this.#last = this.#last.then(() => this.#answer(request));
    return this.#last;
  }

  async #answer(request: HelperRequest): Promise<void> {
    switch (request.type) {
      case 'search-vectors': {
        const { device } = await createDevice('cpu');
        this.#exact = { search: new ExactSearch(device, request.vectors), options: request.search };
        break;
      }
      case 'search': {
        const { search, options } = this.#exact!;
        const lists = await search.search({ ...options, from: request.from, to: request.to });
        this.#send({ type: 'neighbors', id: request.id, lists }, [lists.indices.buffer as ArrayBuffer, lists.distances.buffer as ArrayBuffer]);
        break;
      }
      case 'cell-index':
        this.#cells = new CellSearch(await createNeighborKernels(), request.index, request.length);
        break;
      case 'cell-task': {
        const lists = await runCellTask(this.#cells!, request.task);
        this.#send({ type: 'cell-lists', id: request.id, lists }, lists === NO_LISTS ? [] : [lists.keys.buffer as ArrayBuffer, lists.ids.buffer as ArrayBuffer]);
        break;
      }
    }
  }
}

async function runCellTask(search: CellSearch, task: CellTask): Promise<ListSlice> {
  const pace = searchPace();
  if (task.name === 'lists') return search.slice();
  if (task.name === 'join') {
    await search.join(task.from, task.to, pace);
    return search.slice(task.from, task.to);
  }
  if (task.name === 'scan') await search.scan(task.from, task.to, pace);
  else {
    search.replace(task.lists);
    search.fixGraph();
  }
  return NO_LISTS;
}
