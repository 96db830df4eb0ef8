import { parseArgs } from 'node:util';
import { prepareEntities } from './prepare-entities';
import { prepareReference } from './prepare-reference';
import { prepareSentences } from './prepare-sentences';
import { prepareStartMap } from './prepare-start-map';
import { prepareStoryLabels } from './prepare-story-labels';
import { prepareStoryOverfit } from './prepare-story-overfit';
import { prepareStoryQuotes } from './prepare-story-quotes';
import { prepareTaggedText } from './prepare-tagged-text';
import { prepareTwoModels } from './prepare-two-models';
import { prepareWords } from './prepare-words';

const USAGE = `Usage: node demo/scripts/prepare-data.mjs [--words <count>|all] [--force]
Prepares the playground's data from installed packages: the most frequent words (vectors, supersenses, glosses), all of
them where nothing is said, and what the other pages show. What is there is left as it is.`;

function parseWords(value: string): number {
  const words = value === 'all' ? Number.POSITIVE_INFINITY : Number(value);
  if (!(words >= 1) || (words !== Number.POSITIVE_INFINITY && !Number.isInteger(words))) {
    throw new Error(`Expected --words to be a positive integer or "all", received ${JSON.stringify(value)}.\n${USAGE}`);
  }
  return words;
}

/** The command line; `args` without the interpreter and the script. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { words: { type: 'string', default: 'all' }, force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  await prepareWords({ words: parseWords(values.words), force: values.force });
  await prepareStartMap();
  await prepareTwoModels();
  await prepareTaggedText();
  await prepareEntities();
  await prepareSentences();
  await prepareStoryLabels();
  await prepareStoryQuotes();
  await prepareStoryOverfit();
  await prepareReference();
}
