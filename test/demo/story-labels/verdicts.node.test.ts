import { describe, expect, it } from 'vitest';
import type { LabelledSense } from '../../../demo/data/story-labels-format';
import { chanceOf, judge, standing } from '../../../demo/story-labels/verdicts';

const sense = (kind: number): LabelledSense => ({ kind, gloss: `of kind ${kind}` });

/** Words 0 … 4: turkey is filed under 0 and has a sense of 1; reed under 0 alone; the others are of kind 1, 1 and 2. */
const SENSES = [[sense(0), sense(2), sense(1)], [sense(0)], [sense(1)], [sense(1)], [sense(2)]];

describe('a label whose neighbours carry another', () => {
  const verdicts = judge([{ id: 0, expected: 1 }, { id: 1, expected: 1 }], [[2, 3, 4], [3, 4, 0]], SENSES);

  it('stands up as wrong where the dictionary has a sense of the kind they name', () => {
    expect(verdicts.map((verdict) => verdict.sense?.gloss ?? null)).toEqual(['of kind 1', null]);
    expect(verdicts.map(({ agreeing }) => agreeing)).toEqual([2, 1]);
    expect(standing(verdicts).map(({ id }) => id)).toEqual([0]);
  });

  it('is not wrong by the very sense it is labelled by', () => {
    expect(judge([{ id: 0, expected: 0 }], [[1]], SENSES)[0].sense).toBeNull();
  });

  it('comes in the order of how many neighbours agree, then of frequency', () => {
    const all = judge([{ id: 0, expected: 2 }, { id: 0, expected: 1 }], [[4, 2, 3], [2, 3, 4]], SENSES);
    expect(standing(all).map(({ expected }) => expected)).toEqual([1, 2]);
  });
});

it('chance: the share that would stand up with the kinds dealt out anew', () => {
  // Word 0 stands up by kinds 1 and 2, word 1 by none, word 4 by none: kinds 1, 1 and 3 are dealt out.
  expect(chanceOf([{ id: 0, expected: 1 }, { id: 1, expected: 1 }, { id: 4, expected: 3 }], SENSES)).toBeCloseTo(2 / 3 / 3, 12);
});
