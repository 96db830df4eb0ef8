import { describe, expect, it } from 'vitest';
import { taggedFile } from '../../../demo/scripts/prepare-tagged-text';
import { universalTag } from '../../../demo/scripts/universal-tags';
import { characterKind, charactersOf } from '../../../demo/train/characters';
import { Checkpoints, type Checkpoint } from '../../../demo/train/checkpoints';
import { runningText, written } from '../../../demo/train/plain-text';
import { runRow } from '../../../demo/train/run-rows';
import { batchesOf, sentencesOf } from '../../../demo/train/sentence-batches';
import { WeightRecord } from '../../../demo/train/weight-record';
import { wordNumbers } from '../../../demo/train/word-numbers';
import { appendRows } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';
import { tinyText } from './tiny-text';

describe('universal tags of the Brown corpus', () => {
  it.each([
    ['np-tl', 'PROPN'], ['nns', 'NOUN'], ['nr$', 'NOUN'], ['pps', 'PRON'], ['pp$', 'PRON'], ['ppss+bem', 'PRON'], ['wps', 'PRON'], ['wp$', 'PRON'], ['vbd', 'VERB'], ['bedz*', 'AUX'], ['md', 'AUX'],
    ['jj-hl', 'ADJ'], ['od', 'ADJ'], ['wql', 'ADV'], ['wrb', 'ADV'], ['in-tl', 'ADP'], ['at', 'DET'], ['wdt', 'DET'], ['cd', 'NUM'], ['to', 'PART'], ['*', 'PART'], ['cc', 'CCONJ'], ['cs', 'SCONJ'], ['uh', 'INTJ'],
    ['``', 'PUNCT'], ['.-hl', 'PUNCT'], ['--', 'PUNCT'], ['fw-in+nn', 'X'], ['nil', 'X'],
  ])('%s is %s', (tag, universal) => expect(universalTag(tag)).toBe(universal));
});

describe('preparing tagged text', () => {
  it('prints quotes, and marks once that the corpus has twice', () => {
    const token = (text: string, tag: string) => ({ text, tag });
    const file = taggedFile({ name: 'ca01', sentences: [[token('``', '``'), token('Why', 'wrb'), token('?', '.'), token('?', '.'), token("''", "''")]] }, 'dev');
    expect(file).toEqual({ name: 'ca01', split: 'dev', sentences: ['“ Why ? ”'], tags: ['OGOO'] });
  });
});

describe('running text', () => {
  it('has blanks where print has them, and tells where the tokens are', () => {
    const tokens = ['He', 'said', ',', '“', 'No', '(', 'never', ')', '”', '.'];
    const { text, offsets } = written(tokens);
    expect(text).toBe('He said, “No (never)”.');
    expect(tokens.map((_, i) => text.slice(offsets[2 * i], offsets[2 * i + 1]))).toEqual(tokens);
  });

  it('is one line a file of the split', () => {
    const text = tinyText();
    expect(runningText(text, 'train').split('\n')).toHaveLength(1);
    expect(runningText(text, 'dev').split('.')).toHaveLength(31);
  });
});

describe('characters', () => {
  it('are numbered by how often they occur; those too rare share the last number', () => {
    const characters = charactersOf('aaabbcé', 2);
    expect(characters.list).toEqual(['a', 'b', '\ufffd']);
    expect(Array.from(characters.counts)).toEqual([3, 2, 2]);
    expect(Array.from(characters.encode('baz😀'))).toEqual([1, 0, 2, 2]);
  });

  it.each([['e', 'vowel'], ['t', 'consonant'], ['É', 'capital'], ['7', 'digit'], ['\n', 'space'], ['“', 'mark']] as const)('%j is a %s', (character, kind) => expect(characterKind(character)).toBe(kind));
});

describe('batches of sentences', () => {
  const sentences = sentencesOf(tinyText().files, 'train');
  const batches = batchesOf(sentences, 16, createRandom(1));

  it('have one length each, and every sentence once', () => {
    for (const batch of batches) expect(new Set(batch.map(({ tokens }) => tokens.length)).size).toBe(1);
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(16);
    expect(new Set(batches.flat())).toEqual(new Set(sentences));
    expect(batches.flat()).toHaveLength(sentences.length);
  });

  it('come in an order of their seed', () => {
    expect(batchesOf(sentences, 16, createRandom(1))).toEqual(batches);
    expect(batchesOf(sentences, 16, createRandom(2))).not.toEqual(batches);
  });
});

describe('words by number', () => {
  const sentence = (text: string, ...tags: number[]) => ({ tokens: text.split(' '), tags: Int32Array.from(tags) });
  const numbers = wordNumbers([sentence('The run', 0, 1), sentence('the dogs run', 0, 1, 2), sentence('run', 2)], { words: 2, endings: 2 });

  it('take the most frequent, without regard to case; all others are 0', () => {
    expect(numbers.words).toEqual(['run', 'the']);
    expect(['RUN', 'The', 'dogs'].map(numbers.wordNumber)).toEqual([1, 2, 0]);
    expect(Array.from(numbers.counts)).toEqual([3, 2]);
  });

  it('know endings of words they do not know', () => {
    expect(numbers.endings).toEqual(['run', 'the']);
    expect(['overrun', 'dogs'].map(numbers.endingNumber)).toEqual([1, 0]);
  });

  it('know the tag that a word has most often', () => expect(Array.from(numbers.usualTags)).toEqual([2, 0]));
});

describe('checkpoints', () => {
  const checkpoint = (step: number, positions: Float32Array | null = null) => ({ at: { step }, positions }) as Checkpoint;

  it('stay few, evenly over the training, the first and the last among them', () => {
    const checkpoints = new Checkpoints(8);
    for (let step = 0; step <= 1_000; step += 10) checkpoints.add(checkpoint(step));
    const steps = checkpoints.list.map(({ at }) => at.step);
    expect(steps).toHaveLength(8);
    expect([steps[0], steps.at(-1)]).toEqual([0, 1_000]);
    const gaps = steps.slice(1).map((step, i) => step - steps[i]);
    expect(Math.max(...gaps.slice(0, -2))).toBeLessThanOrEqual(4 * Math.min(...gaps.slice(0, -2)));
  });

  it('without a map of their own have that of the nearest before', () => {
    const checkpoints = new Checkpoints();
    const [first, second] = [Float32Array.of(1, 2), Float32Array.of(3, 4)];
    for (const each of [checkpoint(0), checkpoint(1, first), checkpoint(2), checkpoint(3, second)]) checkpoints.add(each);
    expect([0, 1, 2, 3].map((i) => checkpoints.positionsAt(i))).toEqual([null, first, first, second]);
  });
});

describe('what a run tells', () => {
  const at = { step: 10, epoch: 0.1, timeMs: 5, learningRate: 0.01 };

  it('is a row of the curves: a loss while it trains, loss and accuracy of held-out text at a checkpoint', () => {
    expect(runRow('run', { type: 'progress', at, loss: 2, weights: [] })).toEqual({ run: 'run', step: 10, epoch: 0.1, learningRate: 0.01, values: { TRAIN_LOSS: 2 } });
    const rows = [runRow('run', { type: 'progress', at, loss: 2, weights: [] }), runRow('run', { type: 'checkpoint', at, dev: { loss: 3, accuracy: 0.4 }, view: null! })];
    expect(appendRows([], rows)[0].series.map(({ split, metric, values }) => [split, metric, ...values])).toEqual([['train', 'LOSS', 2, NaN], ['dev', 'LOSS', NaN, 3], ['dev', 'ACCURACY', NaN, 0.4]]);
  });

  it('are the weights that are followed, up to any step', () => {
    const record = new WeightRecord();
    for (const step of [5, 10, 15]) record.add(step, [{ name: 'a', slots: Int32Array.of(2, 7), values: Float32Array.of(step, -step) }]);
    expect(record.tracesUntil()).toEqual([{ name: 'a', slots: [{ slot: 2, iteration: Float64Array.of(5, 10, 15), value: Float64Array.of(5, 10, 15) }, { slot: 7, iteration: Float64Array.of(5, 10, 15), value: Float64Array.of(-5, -10, -15) }] }]);
    expect(record.tracesUntil(10)[0].slots[1]).toEqual({ slot: 7, iteration: Float64Array.of(5, 10), value: Float64Array.of(-5, -10) });
  });
});
