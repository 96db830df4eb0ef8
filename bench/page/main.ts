import { askWorker } from './ask';
import { layOutClusters, type ClustersOptions } from './clusters';
import { measureCurves } from './curves';
import { draw } from './drawings';
import { handOver } from './drawings/hand-over';
import { measureExplorer } from './explorer';
import { heatmap } from './heatmap';
import KeptWorker from './kept.worker?worker';
import { PEER_LAYOUTS, type PeerLayout } from './layouts';
import { layOutOurs, type OursOptions } from './layouts/ours';
import type { PeerResponse } from './layouts/peer';
import { runMap } from './run-map';
import { activationText } from './text';
import { searchNeighbors } from './neighbors';
import { benchWords, trueNeighbors } from './words';

/** The k of every "kept" in this project. */
const NEIGHBORS = 10;

async function keptOf(count: number, positions: Float32Array): Promise<number> {
  return askWorker(() => new KeptWorker(), { positions, truth: await trueNeighbors(count), k: NEIGHBORS });
}

const api = {
  /** Fetches the words, if any, before anything is measured. */
  async prepare(count: number) {
    if (count > 0) await benchWords(count);
  },

  async layOut(count: number, options: OursOptions) {
    const { positions, ...result } = await layOutOurs(await benchWords(count), options);
    return { ...result, kept: await keptOf(count, positions) };
  },

  /** The layout itself, as plain numbers: row-major [count, 2]. */
  async layOutPositions(count: number) {
    const { positions } = await layOutOurs(await benchWords(count), { backend: 'auto', seed: 0 });
    return { positions: Array.from(positions) };
  },

  async layOutByPeer(name: PeerLayout, count: number, options: { perplexity: number; iterations: number; seed: number }) {
    const { vectors, dimensions } = await benchWords(count);
    // A copy: the words are a view of more memory than theirs.
    const { positions, ms, note } = await askWorker<PeerResponse>(() => new PEER_LAYOUTS[name](), { vectors: vectors.slice(), dimensions, ...options });
    return { ms, note, kept: await keptOf(count, positions) };
  },

  searchNeighbors,

  draw,

  handOver,

  explorer: measureExplorer,

  heatmap,

  curves: measureCurves,

  text: activationText,

  clusters: (options: ClustersOptions) => layOutClusters(options),

  async map(count: number, options: OursOptions) {
    return runMap(await benchWords(count), options);
  },
};

export type BenchApi = typeof api;

declare global {
  interface Window {
    bench: BenchApi;
  }
}

window.bench = api;
