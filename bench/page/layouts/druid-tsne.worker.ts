import { TSNE } from '@saehrimnir/druidjs';
import { rowsOf } from '../ask';
import { servePeer } from './peer';

servePeer(({ vectors, dimensions, perplexity, iterations, seed }) => {
  const rows = rowsOf(vectors, dimensions);
  const started = performance.now();
  const embedding = new TSNE(rows, { perplexity, d: 2, seed }).transform(iterations);
  const ms = performance.now() - started;
  return { positions: Float32Array.from(embedding.flatMap((row) => Array.from(row))), ms, note: `exact t-SNE, perplexity ${perplexity}, ${iterations} steps` };
});
