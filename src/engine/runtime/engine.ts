import { FvError } from '../errors';
import { createDevice } from '../kernels';
import { validateVectors } from '../map-data';
import { resolveTsneOptions, TsneLayout, type LayoutSnapshot } from '../tsne';
import type { EngineRequest, EngineResponse } from './messages';
import { findNeighborsTogether } from './neighbor-team';
import { SearchHelper } from './search-helper';
import { SnapshotRing } from './snapshot-ring';

/** One layout, or one share of a search, driven by messages; the inside of a worker and of the inline host. */
export class Engine {
  readonly #send: (response: EngineResponse, transfer?: Transferable[]) => void;
  readonly #ring = new SnapshotRing();
  #created: Promise<void> = Promise.resolve();
  #layout: TsneLayout | null = null;
  #paused = false;
  #helper: SearchHelper | null = null;
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
      default:
        this.#guard((this.#helper ??= new SearchHelper(this.#send)).handle(request));
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
    validateVectors(vectors, options.dimensions);
    const resolved = resolveTsneOptions(options);
    const { device, choice } = await createDevice(known?.backend ?? resolved.backend);
    if (this.#disposed) {
      device.dispose();
      return;
    }
    this.#layout = new TsneLayout(vectors, resolved, { device, reason: known?.reason ?? choice.reason, findNeighbors: findNeighborsTogether, sliceMs });
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
}
