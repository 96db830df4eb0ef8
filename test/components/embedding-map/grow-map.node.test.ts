import { describe, expect, test } from 'vitest';
import { checkExtends, withRows } from '../../../src/components/embedding-map/grow-map';

const present = { vectors: Float32Array.of(1, 2, 3, 4), dimensions: 2, labels: ['a', 'b'] };

describe('longer data', () => {
  test('begins with the rows that are there', () => {
    const next = { vectors: Float32Array.of(1, 2, 3, 4, 5, 6), dimensions: 2, labels: ['a', 'b', 'c'] };
    expect(() => checkExtends(present, next)).not.toThrow();
    expect(() => checkExtends(present, present)).not.toThrow();
  });

  test.each([
    ['fewer rows', { ...present, labels: ['a'], vectors: Float32Array.of(1, 2) }, 'Expected at least the 2 present rows, received 1'],
    ['other labels', { ...present, labels: ['a', 'x'] }, 'Expected label "b" in row 1, received "x"'],
    ['other dimensions', { vectors: new Float32Array(6), dimensions: 3, labels: ['a', 'b'] }, 'Expected vectors of 2 dimensions, received 3'],
  ])('with %s is refused', (_, next, message) => {
    expect(() => checkExtends(present, next)).toThrow(message);
  });
});

describe('rows that are placed', () => {
  test('come last, their columns missing, their contexts empty; the map before stays as it was', () => {
    const map = { ...present, contexts: ['x', 'y'], columns: { kind: ['k', null], rank: Float32Array.of(1, 2) } };
    const joined = withRows(map, Float32Array.of(9, 9), ['c']);
    expect(joined).toEqual({
      vectors: Float32Array.of(1, 2, 3, 4, 9, 9), dimensions: 2, labels: ['a', 'b', 'c'], contexts: ['x', 'y', ''],
      columns: { kind: ['k', null, null], rank: Float32Array.of(1, 2, NaN) },
    });
    expect(map.labels).toEqual(['a', 'b']);
  });

  test('need a vector each', () => {
    expect(() => withRows(present, Float32Array.of(1, 2, 3), ['c'])).toThrow('Expected 2 values (1 labels of 2 dimensions), received 3');
  });
});
