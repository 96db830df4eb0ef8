import { sampleRows, SAMPLES, shareKept, TRUE_NEIGHBORS } from '../../lib/nearest';
import type { BackendPreference } from '../../../src/engine/types';
import { askWorker } from '../ask';
import { benchWords, trueNeighbors } from '../words';
import EmbeddingAtlasWorker from './embedding-atlas.worker?worker';
import type { SearchResponse } from './ours.worker';
import OursWorker from './ours.worker?worker';
import UmapJsWorker from './umap-js.worker?worker';

const PEERS = { 'embedding-atlas': EmbeddingAtlasWorker, 'umap-js': UmapJsWorker } satisfies Record<string, new () => Worker>;

export type PeerSearch = keyof typeof PEERS;

export interface SearchResult {
  ms: number;
  /** Share of the true neighbours of the sampled words that were found. */
  recall: number;
  note: string;
}

/** The neighbours of every word, found by this package or by a peer. */
export async function searchNeighbors(words: number, by: { backend: BackendPreference; exact: boolean } | { peer: PeerSearch }): Promise<SearchResult> {
  const { vectors, dimensions } = await benchWords(words);
  const rows = sampleRows(words, SAMPLES, 1);
  const k = TRUE_NEIGHBORS;
  // A copy: the words are a view of more memory than theirs.
  const data = { vectors: vectors.slice(), dimensions, k };
  const { indices, ms, note } = 'peer' in by
    ? await askWorker<SearchResponse>(() => new PEERS[by.peer](), data)
    : await askWorker<SearchResponse>(() => new OursWorker(), { type: 'bench-neighbors', ...data, ...by });
  const lists = new Int32Array(rows.length * k);
  rows.forEach((row, i) => lists.set(indices.subarray(row * k, (row + 1) * k), i * k));
  return { ms, recall: shareKept(await trueNeighbors(words), lists, k), note };
}
