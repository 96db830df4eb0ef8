import { UMAP } from 'umap-js';
import { rowsOf } from '../ask';
import { seededRandom, servePeer } from './peer';

servePeer(({ vectors, dimensions, seed }) => {
  const rows = rowsOf(vectors, dimensions);
  const started = performance.now();
  const umap = new UMAP({ nComponents: 2, nNeighbors: 15, random: seededRandom(seed) });
  const embedding = umap.fit(rows);
  const ms = performance.now() - started;
  return { positions: Float32Array.from(embedding.flat()), ms, note: 'UMAP, 15 neighbours, its own number of epochs' };
});
