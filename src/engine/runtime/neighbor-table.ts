import { abortedError, FvError } from '../errors';
import { validateVectors } from '../map-data';
import type { NeighborLists } from '../types';
import { openEngine } from './engine-link';
import { knownChoice } from './known-choice';
import type { EngineResponse } from './messages';
import type { NearestNeighborsOptions } from './nearest-neighbors';
import { RowFeed } from './row-feed';

/**
 * The k nearest neighbours of every row of `vectors`, row-major [n, dimensions], found by an engine of its own in a
 * worker, with all cores: exactly, or approximately where there are many rows (with the share found in `recall`). As
 * many as there are, where fewer than k.
 * @throws FvError for invalid data, `aborted` when the signal fires, which ends the worker.
 */
export async function neighborTable(vectors: Float32Array, options: NearestNeighborsOptions): Promise<NeighborLists> {
  const { dimensions, metric = 'cosine', backend = 'auto', signal, onProgress } = options;
  const { points } = validateVectors(vectors, dimensions, { values: false });
  if (signal?.aborted) throw abortedError();
  const k = Math.min(options.k, points - 1);
  if (k < 1) return { indices: new Uint32Array(0), distances: new Float32Array(0), k: 0, recall: 1 };
  let take!: (response: EngineResponse) => void;
  const link = openEngine((response) => take(response));
  const feed = new RowFeed(link);
  let abort!: () => void;
  try {
    return await new Promise((resolve, reject) => {
      take = (response) => {
        if (response.type === 'share') onProgress?.(response.share);
        else if (response.type === 'table') resolve(response.lists);
        else if (response.type === 'refused' || response.type === 'failed') reject(new FvError(response.error));
      };
      abort = () => reject(abortedError());
      signal?.addEventListener('abort', abort);
      link.post({ type: 'find', id: 0, length: vectors.length, dimensions, k, metric, backend: knownChoice(backend)?.backend ?? backend });
      feed.send(vectors);
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    feed.close();
    link.close();
  }
}
