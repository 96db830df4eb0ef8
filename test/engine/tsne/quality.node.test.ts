import { describe, expect, it } from 'vitest';
import { exactNeighbors, sampleRows, shareKept } from '../../../bench/lib/nearest';
import { Tsne } from '../../../src/engine/runtime';
import { frequentWords } from '../real-words';

/** The share of each word's 10 nearest (cosine) that are among its 10 nearest on the map, over 2,000 sampled words. */
async function keptOf(words: number): Promise<number> {
  const { vectors, dimensions } = await frequentWords(words);
  await using tsne = await Tsne.create(vectors, { dimensions, backend: 'cpu', perplexity: 30, iterations: 750 });
  let positions: Float32Array = new Float32Array(0);
  for await (const snapshot of tsne.run()) positions = snapshot.positions;
  const rows = sampleRows(words, 2000, 1);
  return shareKept(exactNeighbors(vectors, dimensions, rows, 10, 'cosine'), exactNeighbors(positions, 2, rows, 10, 'euclidean'), 10);
}

describe('a map of real English words', () => {
  it('keeps at least 0.41 of the neighbours of 5,000 words (FIt-SNE 0.408, scikit-learn 0.413)', async () => {
    expect(await keptOf(5000)).toBeGreaterThanOrEqual(0.41);
  }, 120_000);

  it('keeps at least 0.38 of the neighbours of 20,000 words (FIt-SNE 0.384)', async () => {
    expect(await keptOf(20_000)).toBeGreaterThanOrEqual(0.38);
  }, 180_000);
});
