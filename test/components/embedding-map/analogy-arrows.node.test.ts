import { describe, expect, test } from 'vitest';
import { analogyArrows, arrowSegments } from '../../../src/components/embedding-map/axes/analogy-arrows';

const [KING, MAN, WOMAN, QUEEN] = [0, 1, 2, 3];

describe('the arrows of an analogy', () => {
  test('are the same step, taken twice', () => {
    expect(analogyArrows({ positive: [KING, WOMAN], negative: [MAN], answer: QUEEN })).toEqual([[MAN, WOMAN], [KING, QUEEN]]);
  });

  test('lead from every word to the answer where there is no such pair', () => {
    expect(analogyArrows({ positive: [KING, WOMAN], negative: [], answer: QUEEN })).toEqual([[KING, QUEEN], [WOMAN, QUEEN]]);
  });

  test('leave out words that are not on the map', () => {
    expect(analogyArrows({ positive: [-1, WOMAN], negative: [MAN], answer: QUEEN })).toEqual([[MAN, WOMAN]]);
    expect(analogyArrows({ positive: [KING, WOMAN], negative: [MAN], answer: -1 })).toEqual([[MAN, WOMAN]]);
  });

  test('lie where their words lie, those that have a place', () => {
    const positions = Float32Array.of(1, 2, 3, 4, 5, 6);
    expect([...arrowSegments([[MAN, WOMAN], [KING, QUEEN]], positions)]).toEqual([3, 4, 5, 6]);
  });
});
