import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

const USAGE = `Usage: node demo/scripts/prepare-data.mjs [--words <count>|all] [--force] [--only <name>,…]
Prepares the playground's data from installed packages: the most frequent words (vectors, supersenses, glosses), all of
them where nothing is said, and what the other pages show. What is there is left as it is.`;

const SCRIPT = fileURLToPath(new URL('prepare-data.mjs', import.meta.url));

interface WordOptions {
  words: number;
  force: boolean;
}

/** What there is to prepare, by name. */
const PREPARATIONS: Record<string, (options: WordOptions) => Promise<void>> = {
  words: prepareWords,
  'start-map': () => prepareStartMap(),
  'two-models': () => prepareTwoModels(),
  'tagged-text': () => prepareTaggedText(),
  entities: () => prepareEntities(),
  sentences: () => prepareSentences(),
  'story-labels': () => prepareStoryLabels(),
  'story-quotes': () => prepareStoryQuotes(),
  'story-overfit': () => prepareStoryOverfit(),
  reference: () => prepareReference(),
};

/** Two processes share the work, each in this order: what reads another's data comes after it. About equally long. */
const SHARES: readonly (readonly string[])[] = [
  ['words', 'start-map', 'story-quotes', 'story-overfit', 'tagged-text'],
  ['sentences', 'two-models', 'entities', 'story-labels', 'reference'],
];

function parseWords(value: string): number {
  const words = value === 'all' ? Number.POSITIVE_INFINITY : Number(value);
  if (!(words >= 1) || (words !== Number.POSITIVE_INFINITY && !Number.isInteger(words))) {
    throw new Error(`Expected --words to be a positive integer or "all", received ${JSON.stringify(value)}.\n${USAGE}`);
  }
  return words;
}

/** Prepares everything; what a process prints comes as it prints it. */
async function prepareAll(args: readonly string[]): Promise<void> {
  await Promise.all(SHARES.map((names) => new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...args, '--only', names.join()], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Expected the data of ${names.join(', ')}, received exit code ${code}: what went wrong stands above.`));
    });
  })));
}

/** The command line; `args` without the interpreter and the script. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { words: { type: 'string', default: 'all' }, force: { type: 'boolean', default: false }, only: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const options = { words: parseWords(values.words), force: values.force };
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.only === undefined) return prepareAll(args);
  for (const name of values.only.split(',')) {
    if (!Object.hasOwn(PREPARATIONS, name)) throw new Error(`Expected --only to be of ${Object.keys(PREPARATIONS).join(', ')}, received ${JSON.stringify(name)}.\n${USAGE}`);
    await PREPARATIONS[name](options);
  }
}
