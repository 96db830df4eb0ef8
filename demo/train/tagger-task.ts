import * as tf from '@tensorflow/tfjs';
import { createRandom, type Random } from '../../src/engine/random';
import type { TaggedText } from '../data/tagged-text-format';
import { WordTagger, type TaggerInput } from './model/word-tagger';
import { written } from './plain-text';
import { crossEntropy, ScoreSum } from './scores';
import { batchesOf, sentencesOf, type TaggedSentence } from './sentence-batches';
import type { ModelView, Scores, TokenTable, TrainingTask } from './training-task';
import { wordNumbers, type WordNumbers } from './word-numbers';

export interface TaggerTaskOptions {
  seed: number;
  units?: number;
  /** Sentences of a step. */
  batch?: number;
  words?: number;
  endings?: number;
}

/** Words a sentence has, to be trained on; longer ones are rare and slow. */
const MOST_WORDS = 45;

/** Words whose vectors are shown. */
const MAPPED_WORDS = 1_500;

/** Held-out sentences that are scored. */
const DEV_SENTENCES = 320;

/** Held-out sentences that are shown: how many, and how long. */
const SHOWN = { sentences: 4, fewest: 8, most: 22 } as const;

/** Learning to tell parts of speech. */
export class TaggerTask implements TrainingTask {
  readonly tokens: TokenTable;
  readonly stepsPerEpoch: number;
  readonly #tags: readonly string[];
  readonly #numbers: WordNumbers;
  readonly #model: WordTagger;
  readonly #random: Random;
  readonly #batch: number;
  readonly #train: readonly TaggedSentence[];
  readonly #dev: readonly (readonly TaggedSentence[])[];
  readonly #shown: readonly TaggedSentence[];
  #batches: TaggedSentence[][];
  #at = 0;

  constructor({ files, tags }: TaggedText, { seed, units = 48, batch = 32, words = 5_000, endings = 1_000 }: TaggerTaskOptions) {
    const short = (split: 'train' | 'dev') => sentencesOf(files, split).filter(({ tokens }) => tokens.length <= MOST_WORDS);
    this.#train = short('train');
    const dev = short('dev').slice(0, DEV_SENTENCES);
    if (this.#train.length === 0 || dev.length === 0) throw new Error('Expected sentences to train on and held-out ones, received none.');
    this.#tags = tags;
    this.#batch = batch;
    this.#numbers = wordNumbers(this.#train, { words, endings });
    this.#random = createRandom(seed);
    this.#batches = batchesOf(this.#train, batch, this.#random);
    this.stepsPerEpoch = this.#batches.length;
    this.#dev = batchesOf(dev, DEV_SENTENCES, createRandom(0));
    this.#shown = dev.filter(({ tokens }) => tokens.length >= SHOWN.fewest && tokens.length <= SHOWN.most).slice(0, SHOWN.sentences);
    const size = { words: this.#numbers.words.length + 1, endings: this.#numbers.endings.length + 1, tags: tags.length };
    this.#model = new WordTagger({ ...size, wordDimensions: 32, endingDimensions: 16, units }, seed);
    const mapped = Math.min(MAPPED_WORDS, this.#numbers.words.length);
    this.tokens = {
      labels: this.#numbers.words.slice(0, mapped),
      kinds: Array.from(this.#numbers.usualTags.subarray(0, mapped), (tag) => tags[tag]),
      counts: this.#numbers.counts.slice(0, mapped),
    };
  }

  get parameters(): ReadonlyMap<string, tf.Variable> {
    return this.#model.parameters.all;
  }

  nextLoss(): tf.Scalar {
    if (this.#at === this.#batches.length) {
      this.#at = 0;
      this.#batches = batchesOf(this.#train, this.#batch, this.#random);
    }
    const batch = this.#batches[this.#at++];
    return crossEntropy(this.#model.predict(this.#model.read(this.#input(batch))), rightTags(batch));
  }

  evaluate(): Scores {
    const scores = new ScoreSum();
    for (const batch of this.#dev) tf.tidy(() => scores.add(this.#model.predict(this.#model.read(this.#input(batch))), rightTags(batch)));
    return scores.mean;
  }

  view(): ModelView {
    const { units, wordDimensions } = this.#model.size;
    const read = this.#shown.map((sentence) => tf.tidy(() => {
      const states = this.#model.read(this.#input([sentence]));
      return { states: states.dataSync<'float32'>().slice(), chances: tf.softmax(this.#model.predict(states)).dataSync<'float32'>().slice() };
    }));
    const tokens = this.#shown.flatMap((sentence) => sentence.tokens);
    const right = this.#shown.flatMap(({ tags }) => Array.from(tags));
    const chances = joined(read.map((each) => each.chances));
    const { text, offsets } = written(tokens);
    const mapped = this.tokens.labels.length;
    return {
      activations: {
        text, offsets, tokens, segmentation: 'token', activations: joined(read.map(({ states }) => states)), shape: [tokens.length, 2 * units],
        units: Array.from({ length: 2 * units }, (_, unit) => (unit < units ? `→ ${unit}` : `← ${unit - units}`)),
        layers: [{ name: 'tags', activations: chances, shape: [tokens.length, this.#tags.length], units: this.#tags }],
      },
      // The first row of the table is the unknown word's.
      vectors: tf.tidy(() => tf.slice(this.#model.words, [1, 0], [mapped, wordDimensions]).dataSync<'float32'>().slice()),
      dimensions: wordDimensions,
      sample: this.#tagged(tokens, right, chances),
    };
  }

  dispose(): void {
    this.#model.parameters.dispose();
  }

  /** `word/TAG`; a wrong tag with the right one behind it, `word/VERB≠NOUN`. */
  #tagged(tokens: readonly string[], right: readonly number[], chances: Float32Array): string {
    const tags = this.#tags.length;
    return tokens.map((token, i) => {
      const row = chances.subarray(i * tags, (i + 1) * tags);
      const best = row.indexOf(Math.max(...row));
      return `${token}/${this.#tags[best]}${best === right[i] ? '' : `≠${this.#tags[right[i]]}`}`;
    }).join(' ');
  }

  #input(batch: readonly TaggedSentence[]): TaggerInput {
    const numbers = (number: (token: string) => number) => tf.tensor1d(sideBySide(batch, ({ tokens }, word) => number(tokens[word])), 'int32');
    return { words: numbers(this.#numbers.wordNumber), endings: numbers(this.#numbers.endingNumber), sentences: batch.length };
  }
}

/** Of sentences of one length, word by word, [words · sentences]. */
function sideBySide(batch: readonly TaggedSentence[], value: (sentence: TaggedSentence, word: number) => number): Int32Array {
  const values = new Int32Array(batch.length * batch[0].tokens.length);
  for (let i = 0; i < values.length; i++) values[i] = value(batch[i % batch.length], Math.floor(i / batch.length));
  return values;
}

const rightTags = (batch: readonly TaggedSentence[]): tf.Tensor1D => tf.tensor1d(sideBySide(batch, ({ tags }, word) => tags[word]), 'int32');

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
