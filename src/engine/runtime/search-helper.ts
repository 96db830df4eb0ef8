import { freeArray } from '../free-array';
import { createDevice, createNeighborKernels, type RowTable } from '../kernels';
import { CellSearch, createRows, ExactSearch, searchPace, writeRows, type CellIndex, type ListSlice, type NeighborSearch } from '../neighbors';
import type { CellTask, EngineResponse, HelperRequest } from './messages';

type Send = (response: EngineResponse, transfer?: Transferable[]) => void;

const NO_LISTS: ListSlice = { keys: new Int32Array(0), ids: new Int32Array(0) };

/** The side of a shared search that works for another thread: one request after the other, in order. */
export class SearchHelper {
  readonly #send: Send;
  #exact: { search: ExactSearch; options: Pick<NeighborSearch, 'k' | 'metric'> } | null = null;
  #cells: { rows: RowTable; search: CellSearch } | null = null;
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
        this.#cells = await prepareCells(request);
        break;
      case 'cell-rows':
        writeRows(this.#cells!.rows, request.from, request.values);
        freeArray(request.values);
        break;
      case 'cell-task': {
        const lists = await runCellTask(this.#cells!.search, request.task);
        this.#send({ type: 'cell-lists', id: request.id, lists }, lists === NO_LISTS ? [] : [lists.keys.buffer as ArrayBuffer, lists.ids.buffer as ArrayBuffer]);
        break;
      }
    }
  }
}

async function prepareCells({ index, dimensions, length }: { index: CellIndex; dimensions: number; length: number }) {
  const kernels = await createNeighborKernels();
  const rows = createRows(kernels, index.offsets[index.offsets.length - 1], dimensions);
  return { rows, search: new CellSearch(kernels, rows, index, length) };
}

async function runCellTask(search: CellSearch, task: CellTask): Promise<ListSlice> {
  const pace = searchPace();
  if (task.name === 'lists') return search.slice(task.from, task.to);
  if (task.name === 'join') {
    await search.join(task.from, task.to, pace);
    return search.slice(task.from, task.to);
  }
  if (task.name === 'scan') await search.scan(task.from, task.to, pace);
  else if (task.name === 'graph') search.fixGraph();
  else {
    search.replace(task.lists, task.from);
    freeArray(task.lists.keys);
    freeArray(task.lists.ids);
  }
  return NO_LISTS;
}
