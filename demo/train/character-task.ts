import * as tf from '@tensorflow/tfjs';
import { createRandom } from '../../src/engine/random';
import type { TaggedText } from '../data/tagged-text-format';
import { characterKind, charactersOf, visible, type Characters } from './characters';
import { CharacterModel } from './model/character-model';
import { lastState, type LstmState } from './model/lstm';
import { runningText } from './plain-text';
import { crossEntropy, ScoreSum } from './scores';
import type { ModelView, Scores, TokenTable, TrainingTask } from './training-task';

export interface CharacterTaskOptions {
  seed: number;
  units?: number;
  dimensions?: number;
  /** Texts read side by side. */
  batch?: number;
  /** Characters of each that a step reads; the gradient goes no further back. */
  steps?: number;
  /** Occurrences below which a character is not told from others that are rare. */
  leastCount?: number;
}

/** Steps of an evaluation: more tell the loss of the held-out text better, and take longer. */
const DEV_STEPS = 6;

const SAMPLE = { prompt: 'The ', length: 220, temperature: 0.6, seed: 1 } as const;

/** Characters of the passage whose states are shown, at least. */
const PASSAGE_LENGTH = 260;

/**
 * Learning to foretell the next character. The text is cut into `batch` long strips that are read side by side, `steps`
 * characters at a time, the states carried from step to step (truncated back-propagation through time).
 */
export class CharacterTask implements TrainingTask {
  readonly tokens: TokenTable;
  readonly stepsPerEpoch: number;
  readonly #characters: Characters;
  readonly #model: CharacterModel;
  readonly #batch: number;
  readonly #steps: number;
  readonly #train: Int32Array;
  readonly #dev: Int32Array;
  readonly #passage: string;
  #state: LstmState | null = null;
  #at = 0;

  constructor(data: TaggedText, { seed, units = 96, dimensions = 24, batch = 32, steps = 48, leastCount = 20 }: CharacterTaskOptions) {
    const [train, dev] = [runningText(data, 'train'), runningText(data, 'dev')];
    const characters = (this.#characters = charactersOf(train, leastCount));
    this.#train = characters.encode(train);
    this.#dev = characters.encode(dev);
    this.#passage = passageOf(dev);
    this.#batch = batch;
    this.#steps = steps;
    this.stepsPerEpoch = Math.floor((Math.floor(this.#train.length / batch) - 1) / steps);
    if (this.stepsPerEpoch < 1) throw new Error(`Expected at least ${batch * (steps + 1)} characters to train on, received ${this.#train.length}.`);
    this.#model = new CharacterModel({ characters: characters.list.length, dimensions, units }, seed);
    this.tokens = { labels: characters.list.map(visible), kinds: characters.list.map(characterKind), counts: characters.counts };
  }

  get parameters(): ReadonlyMap<string, tf.Variable> {
    return this.#model.parameters.all;
  }

  nextLoss(): tf.Scalar {
    if (this.#at === this.stepsPerEpoch) {
      this.#at = 0;
      this.#forget();
    }
    const [inputs, targets] = strips(this.#train, this.#batch, this.#steps, this.#at++);
    const output = this.#model.read(inputs, this.#state ?? this.#model.start(this.#batch));
    const { hidden, cell } = lastState(output);
    this.#forget();
    this.#state = { hidden: tf.keep(hidden), cell: tf.keep(cell) };
    return crossEntropy(this.#model.predict(output), targets);
  }

  evaluate(): Scores {
    const scores = new ScoreSum();
    tf.tidy(() => {
      let state = this.#model.start(this.#batch);
      const most = Math.floor((Math.floor(this.#dev.length / this.#batch) - 1) / this.#steps);
      for (let at = 0; at < Math.min(most, DEV_STEPS); at++) {
        const [inputs, targets] = strips(this.#dev, this.#batch, this.#steps, at);
        const output = this.#model.read(inputs, state);
        scores.add(this.#model.predict(output), targets);
        state = lastState(output);
      }
    });
    return scores.mean;
  }

  /** What the model thinks at each character (code point) of a text that it reads from its beginning. */
  read(text: string): { hidden: Float32Array; cell: Float32Array; chances: Float32Array } {
    return tf.tidy(() => {
      const output = this.#model.read(tf.tensor1d(this.#characters.encode(text), 'int32'), this.#model.start(1));
      const [hidden, cell, chances] = [output.hidden, output.cell, tf.softmax(this.#model.predict(output))].map((tensor) => tensor.dataSync<'float32'>().slice());
      return { hidden, cell, chances };
    });
  }

  view(): ModelView {
    const numbers = this.#characters.encode(this.#passage);
    const { units, dimensions } = this.#model.size;
    const segments = numbers.length;
    const { hidden, cell, chances } = this.read(this.#passage);
    const surprise = numbers.map((_, i) => i).reduce((values, i) => {
      // What the states before a character thought of it.
      if (i > 0) values[i] = -Math.log(chances[(i - 1) * this.#characters.list.length + numbers[i]]);
      return values;
    }, new Float32Array(segments).fill(NaN, 0, 1));
    return {
      activations: {
        text: this.#passage, segmentation: 'char', activations: hidden, shape: [segments, units],
        layers: [{ name: 'cell', activations: cell, shape: [segments, units] }, { name: 'surprise', activations: surprise, shape: [segments, 1], units: ['−ln p'] }],
      },
      vectors: this.#model.embedding.dataSync<'float32'>().slice(),
      dimensions,
      sample: this.#write(),
    };
  }

  dispose(): void {
    this.#forget();
    this.#model.parameters.dispose();
  }

  #forget(): void {
    this.#state?.hidden.dispose();
    this.#state?.cell.dispose();
    this.#state = null;
  }

  /** Lets the model write on from the prompt; the same numbers are drawn every time, so that another text means another model. */
  #write(): string {
    const { prompt, length, temperature, seed } = SAMPLE;
    const { list, encode } = this.#characters;
    const random = createRandom(seed);
    let [text, state, characters] = [prompt as string, this.#model.start(1), encode(prompt)];
    for (let i = 0; i < length; i++) {
      const [hidden, cell, chances] = tf.tidy(() => {
        const output = this.#model.read(tf.tensor1d(characters, 'int32'), state);
        const scores = tf.slice(this.#model.predict(output), [characters.length - 1, 0], [1, -1]);
        const after = lastState(output);
        return [after.hidden, after.cell, tf.softmax(tf.div(scores, temperature))];
      });
      tf.dispose([state.hidden, state.cell]);
      state = { hidden, cell };
      const chosen = drawn(chances.dataSync(), random());
      chances.dispose();
      text += list[chosen];
      characters = Int32Array.of(chosen);
    }
    tf.dispose([state.hidden, state.cell]);
    return text;
  }
}

/** The characters of all strips at step `at`, and those that follow them: int32 [steps · batch], strips side by side. */
function strips(text: Int32Array, batch: number, steps: number, at: number): [inputs: tf.Tensor1D, targets: tf.Tensor1D] {
  const length = Math.floor(text.length / batch);
  const read = (ahead: number) => {
    const numbers = new Int32Array(steps * batch);
    for (let t = 0; t < steps; t++) for (let b = 0; b < batch; b++) numbers[t * batch + b] = text[b * length + at * steps + t + ahead];
    return tf.tensor1d(numbers, 'int32');
  };
  return [read(0), read(1)];
}

/** Sentences of the held-out text around its first longer quotation, so that there are quotes to look at. */
function passageOf(text: string): string {
  const quote = Math.max(0, text.search(/“[^“”]{40,160}”/));
  const before = text.lastIndexOf('. ', quote);
  const start = before < 0 ? 0 : before + 2;
  const end = text.indexOf('. ', start + PASSAGE_LENGTH);
  return text.slice(start, end < 0 ? start + PASSAGE_LENGTH : end + 1);
}

/** The index in which `share` of all chances falls. */
function drawn(chances: ArrayLike<number>, share: number): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) {
    sum += chances[i];
    if (share < sum) return i;
  }
  return chances.length - 1;
}
