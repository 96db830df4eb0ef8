import { describe, expect, test } from 'vitest';
import { foldOffsets, foldText } from '../../../src/engine/search/fold';

describe('folding', () => {
  test.each([
    ['Zürich', 'zurich'], ['ΆΛΦΑ', 'αλφα'], ['Ёлка', 'елка'], ['naïve', 'naive'], ['北京', '北京'], ['two\nlines', 'two lines'],
    // Signs that carry the word stay: Hindi vowels, Japanese voicing, Hangul as composed.
    ['हिन्दी', 'हिन्दी'], ['がっこう', 'がっこう'], ['각', '각'],
  ])('%j reads as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded.normalize('NFC'));
    expect(foldText(text.normalize('NFD'))).toBe(folded.normalize('NFC'));
  });

  test('each folded letter knows the place it comes from', () => {
    const text = 'e\u0301té'; // The first accent is a character of its own.
    expect(foldText(text)).toBe('ete');
    expect([...foldOffsets(text)!]).toEqual([0, 2, 3, 4]);
    expect([...foldOffsets('𝒜b')!]).toEqual([0, 0, 2, 3]);
  });

  test('letters that fold only together have no places', () => {
    expect(foldOffsets('가'.normalize('NFD'))).toBeNull();
  });
});
