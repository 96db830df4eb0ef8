import { FvError } from '../errors';
import { createDevice } from '../kernels';
import { validateVectors } from '../map-data';
import { ExactSearch, exactNeighbors, type NeighborSearch } from '../neighbors';
import { resolveTsneOptions, TsneLayout, type LayoutSnapshot } from '../tsne';
import type { EngineRequest, EngineResponse } from './messages';
import { findNeighborsTogether } from './neighbor-team';
import { SnapshotRing } from './snapshot-ring';

/** One layout, or one share of a search, driven by messages; the inside of a worker and of the inline host. */
export class Engine {
  readonly #send: (response: EngineResponse, transfer?: Transferable[]) => void;
  readonly #ring = new SnapshotRing();
  #created: Promise<void> = Promise.resolve();
  #layout: TsneLayout | null = null;
  #paused = false;
  #search: { exact: Promise<ExactSearch>; search: Pick<NeighborSearch, 'k' | 'metric'> } | null = null;
  #disposed = false;

  constructor(send: (response: EngineResponse, transfer?: Transferable[]) => void) {
    this.#send = send;
  }

  handle(request: EngineRequest): void {
    switch (request.type) {
      case 'create':
        this.#created = this.#create(request);
        this.#guard(this.#created);
        break;
      case 'run':
        this.#guard(this.#run());
        break;
      case 'pause':
        this.#paused = true;
        this.#layout?.pause();
        break;
      case 'resume':
        this.#paused = false;
        this.#layout?.resume();
        break;
      case 'recycle':
        this.#ring.recycle(request.positions);
        break;
      case 'search-vectors':
        this.#search = { exact: createDevice('cpu').then(({ device }) => new ExactSearch(device, request.vectors)), search: request.search };
        break;
      case 'search':
        this.#guard(this.#searchRows(request.id, request.from, request.to));
        break;
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#layout?.dispose();
  }

  #guard(work: Promise<void>): void {
    work.catch((thrown: unknown) => {
      if (!this.#disposed) this.#send({ type: 'failed', error: FvError.from(thrown).toDetail() });
    });
  }

  async #create({ vectors, options, sliceMs, known }: Extract<EngineRequest, { type: 'create' }>): Promise<void> {
    const { points } = validateVectors(vectors, options.dimensions);
    const resolved = resolveTsneOptions(points, options);
    const { device, choice } = await createDevice(known?.backend ?? resolved.backend);
    if (this.#disposed) {
      device.dispose();
      return;
    }
    const findNeighbors = device.backend === 'cpu' ? findNeighborsTogether : exactNeighbors;
    this.#layout = new TsneLayout(vectors, resolved, { device, reason: known?.reason ?? choice.reason, findNeighbors, sliceMs });
    if (this.#paused) this.#layout.pause();
    this.#send({ type: 'created', status: this.#layout.status });
  }

  /** Requests come faster than a device is made: a run waits for its layout, and is void where that failed. */
  async #run(): Promise<void> {
    await this.#created.catch(() => {});
    const layout = this.#layout;
    if (layout === null) return;
    for await (const snapshot of layout.run()) this.#sendSnapshot(snapshot);
    if (!this.#disposed) this.#send({ type: 'ended' });
  }

  /** Positions go out only while the page has returned earlier ones: a slow page gets fewer, never stale ones. */
  #sendSnapshot({ positions, ...progress }: LayoutSnapshot): void {
    const copy = progress.phase === 'end' ? positions : this.#ring.copy(positions);
    this.#send({ type: 'snapshot', progress, status: this.#layout!.status, positions: copy }, copy === null ? [] : [copy.buffer as ArrayBuffer]);
  }

  async #searchRows(id: number, from: number, to: number): Promise<void> {
    const { exact, search } = this.#search!;
    const lists = await (await exact).search({ ...search, from, to });
    this.#send({ type: 'neighbors', id, lists }, [lists.indices.buffer as ArrayBuffer, lists.distances.buffer as ArrayBuffer]);
  }
}
