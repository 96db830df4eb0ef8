import type { Random } from '../../src/engine/random';
import type { TaggedFile } from '../data/tagged-text-format';
import { tagIndex } from '../data/tagged-text-format';

export interface TaggedSentence {
  tokens: readonly string[];
  /** Index of the tag of each token. */
  tags: Int32Array;
}

export function sentencesOf(files: readonly TaggedFile[], split: TaggedFile['split']): TaggedSentence[] {
  return files.filter((file) => file.split === split).flatMap(({ sentences, tags }) => sentences.map((sentence, i) => ({
    tokens: sentence.split(' '),
    tags: Int32Array.from(tags[i], (_, at) => tagIndex(tags[i], at)),
  })));
}

/**
 * Sentences in batches of one length each, so that nothing is padded: no mask is needed, and the backward LSTM starts at
 * the last word of every sentence. Sentences and batches come in an order drawn from `random`.
 */
export function batchesOf<Sentence extends Pick<TaggedSentence, 'tokens'>>(sentences: readonly Sentence[], size: number, random: Random): Sentence[][] {
  const byLength = new Map<number, Sentence[]>();
  for (const sentence of shuffled(sentences, random)) {
    const group = byLength.get(sentence.tokens.length);
    if (group) group.push(sentence);
    else byLength.set(sentence.tokens.length, [sentence]);
  }
  const batches: Sentence[][] = [];
  for (const group of byLength.values()) for (let at = 0; at < group.length; at += size) batches.push(group.slice(at, at + size));
  return shuffled(batches, random);
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
