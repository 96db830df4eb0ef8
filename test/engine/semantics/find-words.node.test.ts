import { expect, test } from 'vitest';
import { findWords } from '../../../src/engine/semantics/find-words';
import { LabelIndex } from '../../../src/engine/semantics/label-index';

test('words have rows in their order; those that are not there have suggestions', async () => {
  const index = await LabelIndex.create(['man', 'woman', 'king', 'queen']);
  expect(await findWords(index, ['queen', 'man', 'Queen'])).toEqual({ rows: [3, 0, 3], unknown: [] });
  expect(await findWords(index, ['king', 'quen', 'xyzzyx'])).toEqual({
    rows: [2],
    unknown: [{ word: 'quen', suggestions: ['queen'] }, { word: 'xyzzyx', suggestions: [] }],
  });
});
