import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FvError, neighborOverlap, neighborTable, type BackendPreference, type Metric, type NeighborTable } from '../../engine';
import type { CommonData } from './compare-data';

/** What is known of the two original spaces. */
export interface Overlap {
  left: NeighborTable;
  right: NeighborTable;
  /** Share of its k nearest neighbours that a row has in both, [n]. */
  shares: Float32Array;
  /** Mean of the shares. */
  mean: number;
  k: number;
}

/** How neighbours are searched for. */
export interface OverlapOptions {
  k: number;
  metric: Metric;
  backend: BackendPreference;
}

/** What the element hears. */
export interface OverlapHooks {
  found(overlap: Overlap): void;
  failed(error: FvError): void;
}

/** Searches the neighbours of both models, one after the other, and compares them. Of several requests the last wins. */
export class OverlapController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: OverlapHooks;
  #abort: AbortController | null = null;
  #overlap: Overlap | null = null;
  #progress: { side: 'left' | 'right'; share: number } | null = null;

  constructor(host: ReactiveControllerHost, hooks: OverlapHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** Null until it is known. */
  get overlap(): Overlap | null {
    return this.#overlap;
  }

  /** Which side is being searched, and how far; null while none is. */
  get progress(): { side: 'left' | 'right'; share: number } | null {
    return this.#progress;
  }

  hostDisconnected(): void {
    this.stop();
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#progress = null;
  }

  /** Compares these rows; without vectors on both sides there is nothing to compare. */
  async compare(data: CommonData | null, options: OverlapOptions): Promise<void> {
    this.stop();
    this.#overlap = null;
    if (!data?.left.vectors || !data.right.vectors) return;
    const abort = (this.#abort = new AbortController());
    const k = Math.min(options.k, data.left.labels.length - 1);
    const search = async (side: 'left' | 'right'): Promise<NeighborTable> => {
      const { vectors, dimensions } = data[side];
      const onProgress = (share: number) => {
        if (this.#abort !== abort) return;
        this.#progress = { side, share };
        this.#host.requestUpdate();
      };
      onProgress(0);
      const { indices } = await neighborTable(vectors!, { dimensions: dimensions!, k, metric: options.metric, backend: options.backend, signal: abort.signal, onProgress });
      return { indices, k };
    };
    try {
      const left = await search('left');
      const right = await search('right');
      const shares = await neighborOverlap(left, right, k, abort.signal);
      if (this.#abort !== abort) return;
      this.#overlap = { left, right, shares, k, mean: shares.reduce((sum, share) => sum + share, 0) / shares.length };
      this.#hooks.found(this.#overlap);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#hooks.failed(FvError.from(error));
    }
    this.stop();
    this.#host.requestUpdate();
  }
}
