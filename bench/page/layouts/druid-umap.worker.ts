import { UMAP } from '@saehrimnir/druidjs';
import { rowsOf } from '../ask';
import { servePeer } from './peer';

servePeer(({ vectors, dimensions, seed }) => {
  const rows = rowsOf(vectors, dimensions);
  const started = performance.now();
  const embedding = new UMAP(rows, { n_neighbors: 15, min_dist: 0.1, d: 2, seed }).transform();
  const ms = performance.now() - started;
  return { positions: Float32Array.from(embedding.flatMap((row) => Array.from(row))), ms, note: 'UMAP, 15 neighbours, its own number of epochs' };
});
