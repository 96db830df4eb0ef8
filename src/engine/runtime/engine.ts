import { FvError } from '../errors';
import { createDevice } from '../kernels';
import { searchPace, SearchRows } from '../neighbors';
import { layoutQuality } from '../quality';
import { resolveTsneOptions, TsneLayout, type LayoutSnapshot } from '../tsne';
import { IncomingRows } from './incoming-rows';
import type { EngineRequest, EngineResponse } from './messages';
import { findNeighborsTogether } from './neighbor-team';
import { deviceReplacer } from './replace-device';
import { SearchHelper } from './search-helper';
import { SnapshotRing } from './snapshot-ring';

/** One layout, or one share of a search, driven by messages; the inside of a worker and of the inline host. */
export class Engine {
  readonly #send: (response: EngineResponse, transfer?: Transferable[]) => void;
  readonly #ring = new SnapshotRing();
  /** Everything asked for so far, one after the other. */
  #work: Promise<void> = Promise.resolve();
  /** Rows announced that have not all come, in the order of their requests. */
  readonly #incoming: IncomingRows[] = [];
  #dimensions = 1;
  #layout: TsneLayout | null = null;
  #paused = false;
  #helper: SearchHelper | null = null;
  readonly #abort = new AbortController();
  #disposed = false;

  constructor(send: (response: EngineResponse, transfer?: Transferable[]) => void) {
    this.#send = send;
  }

  handle(request: EngineRequest): void {
    switch (request.type) {
      case 'create': {
        this.#dimensions = request.options.dimensions;
        const rows = this.#expect(request.length);
        this.#enqueue(() => this.#create(request, rows.whole));
        break;
      }
      case 'rows': {
        const [rows] = this.#incoming;
        rows.put(request.values);
        if (rows.complete) this.#incoming.shift();
        break;
      }
      case 'run':
        this.#enqueue(() => this.#run());
        break;
      case 'extend': {
        const rows = this.#expect(request.length);
        this.#enqueue(async () => this.#layout?.extend(await rows.whole));
        break;
      }
      case 'place': {
        const rows = this.#expect(request.length);
        this.#enqueue(() => this.#answer(request.id, async () => this.#place(request.id, await rows.whole)));
        break;
      }
      case 'find': {
        this.#dimensions = request.dimensions;
        const rows = this.#expect(request.length);
        this.#enqueue(() => this.#answer(request.id, async () => this.#find(request, await rows.whole)));
        break;
      }
      case 'measure':
        this.#enqueue(() => this.#answer(request.id, () => this.#measure(request.id)));
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
      default:
        this.#guard((this.#helper ??= new SearchHelper(this.#send)).handle(request));
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#abort.abort();
    this.#layout?.dispose();
  }

  #enqueue(task: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#disposed ? undefined : task()));
    this.#guard(this.#work);
    // What failed has been told; what comes after starts afresh.
    this.#work = this.#work.catch(() => {});
  }

  #guard(work: Promise<void>): void {
    work.catch((thrown: unknown) => {
      if (!this.#disposed) this.#send({ type: 'failed', error: FvError.from(thrown).toDetail() });
    });
  }

  #expect(length: number): IncomingRows {
    const rows = new IncomingRows(length, this.#dimensions);
    if (!rows.complete) this.#incoming.push(rows);
    return rows;
  }

  async #create({ length, options, sliceMs, known }: Extract<EngineRequest, { type: 'create' }>, rows: Promise<Float32Array>): Promise<void> {
    const resolved = resolveTsneOptions(options, length / options.dimensions);
    // The backend is looked for while the rows come.
    const opened = createDevice(known?.backend ?? resolved.backend);
    const [{ device, choice }, vectors] = await Promise.all([opened, rows]).catch(async (error: unknown) => {
      const created = await opened.catch(() => null);
      created?.device.dispose();
      throw error;
    });
    if (this.#disposed) {
      device.dispose();
      return;
    }
    this.#layout = new TsneLayout(vectors, resolved, { device, choice: known ?? choice, replaceDevice: deviceReplacer(), findNeighbors: findNeighborsTogether, sliceMs });
    if (this.#paused) this.#layout.pause();
    this.#send({ type: 'created', status: this.#layout.status });
  }

  /** Void where no layout could be made: that has been told. */
  async #run(): Promise<void> {
    const layout = this.#layout;
    if (layout === null) return;
    for await (const snapshot of layout.run()) this.#sendSnapshot(snapshot);
    if (!this.#disposed) this.#send({ type: 'ended' });
  }

  async #place(id: number, vectors: Float32Array): Promise<void> {
    const layout = this.#layout;
    if (layout === null) return;
    const positions = await layout.place(vectors);
    this.#send({ type: 'placed', id, positions }, [positions.buffer as ArrayBuffer]);
  }

  async #find({ id, dimensions, k, metric, backend }: Extract<EngineRequest, { type: 'find' }>, vectors: Float32Array): Promise<void> {
    const { device } = await createDevice(backend);
    try {
      const rows = new SearchRows(dimensions, metric);
      rows.append(vectors);
      await rows.settle(searchPace(this.#abort.signal));
      const lists = await findNeighborsTogether(device, rows.first(rows.points), {
        k, metric, seed: 0, signal: this.#abort.signal, onProgress: (share) => this.#send({ type: 'share', id, share }),
      });
      this.#send({ type: 'table', id, lists }, [lists.indices.buffer as ArrayBuffer, lists.distances.buffer as ArrayBuffer]);
    } finally {
      device.dispose();
    }
  }

  async #measure(id: number): Promise<void> {
    if (this.#layout === null) return;
    const quality = await layoutQuality(this.#layout.evidence, searchPace(this.#abort.signal));
    this.#send({ type: 'quality', id, quality });
  }

  /** Tells an error of `work` to whoever asked; the layout is none the worse. */
  async #answer(id: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#disposed) this.#send({ type: 'refused', id, error: FvError.from(error).toDetail() });
    }
  }

  /** Positions go out only while the page has returned earlier ones: a slow page gets fewer, never stale ones. */
  #sendSnapshot({ positions, ...progress }: LayoutSnapshot): void {
    const copy = progress.phase === 'end' ? positions : this.#ring.copy(positions);
    this.#send({ type: 'snapshot', progress, status: this.#layout!.status, positions: copy }, copy === null ? [] : [copy.buffer as ArrayBuffer]);
  }
}
