import { createUMAP } from '../../../node_modules/embedding-atlas/dist/umap.js';
import { servePeer } from './peer';

servePeer(async ({ vectors, dimensions, seed }) => {
  const started = performance.now();
  const umap = await createUMAP(vectors.length / dimensions, dimensions, 2, vectors, { metric: 'cosine', nNeighbors: 15, seed });
  await umap.run();
  const positions = new Float32Array(umap.embedding);
  const ms = performance.now() - started;
  umap.destroy();
  return { positions, ms, note: 'UMAP in WebAssembly, 15 neighbours, its own number of epochs' };
});
