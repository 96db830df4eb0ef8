import { describe, expect, it } from 'vitest';
import { FvError } from '../../src/engine/errors';
import { validateMapData, validateVectors, type EmbeddingMapData } from '../../src/engine/map-data';

const good: EmbeddingMapData = { vectors: Float32Array.of(1, 2, 3, 4, 5, 6), dimensions: 2, labels: ['a', 'b', 'c'] };

function errorOf(work: () => unknown): FvError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(FvError);
    return error as FvError;
  }
  throw new Error('Expected an error, received none.');
}

describe('map data', () => {
  it.each([
    ['vectors', good],
    ['positions alone', { positions: Float32Array.of(1, 2, 3, 4, 5, 6), labels: ['a', 'b', 'c'] }],
    ['vectors and positions', { ...good, positions: new Float32Array(6) }],
    ['contexts and columns', { ...good, contexts: ['x', { text: 'y z', start: 0, end: 1 }, ''], columns: { kind: ['n', null, 3], value: Float32Array.of(1, Number.NaN, 3) } }],
  ])('of %s counts its points', (_name, data) => {
    expect(validateMapData(data)).toEqual({ points: 3 });
  });

  it('may be empty', () => {
    expect(validateMapData({ vectors: new Float32Array(0), dimensions: 4, labels: [] })).toEqual({ points: 0 });
  });

  it.each<[string, unknown, string, string]>([
    ['nothing', null, 'data as an object', 'null'],
    ['a number', 7, 'data as an object', 'number 7'],
    ['no labels', { ...good, labels: undefined }, 'labels as an array of strings', 'undefined'],
    ['labels as a string', { ...good, labels: 'abc' }, 'labels as an array of strings', 'string "abc"'],
    ['too few labels', { ...good, labels: ['a', 'b'] }, '3 labels', '2'],
    ['neither vectors nor positions', { labels: [] }, 'vectors or positions', 'neither'],
    ['vectors as an array', { ...good, vectors: [1, 2] }, 'vectors as a Float32Array', 'Array'],
    ['no dimensions', { ...good, dimensions: undefined }, 'dimensions to be a positive integer', 'undefined'],
    ['0 dimensions', { ...good, dimensions: 0 }, 'dimensions to be a positive integer', '0'],
    ['a length that is no multiple', { ...good, dimensions: 4 }, 'vectors.length to be a multiple of dimensions (4)', '6'],
    ['NaN', { ...good, vectors: Float32Array.of(1, 2, 3, Number.NaN, 5, 6) }, 'finite vectors', 'NaN in row 1, dimension 1'],
    ['infinity', { ...good, vectors: Float32Array.of(1, 2, 3, 4, Infinity, 6) }, 'finite vectors', 'Infinity in row 2, dimension 0'],
    ['positions of another length', { ...good, positions: new Float32Array(4) }, 'positions of length 6 (two per row of vectors)', '4'],
    ['positions of odd length', { positions: new Float32Array(3), labels: ['a'] }, 'positions of even length', '3'],
    ['positions as an array', { positions: [1, 2], labels: ['a'] }, 'positions as a Float32Array', 'Array'],
    ['positions that are not finite', { positions: Float32Array.of(0, Number.NaN), labels: ['a'] }, 'finite positions', 'NaN at point 0'],
    ['too many contexts', { ...good, contexts: ['', '', '', ''] }, '3 contexts', '4'],
    ['a short column', { ...good, columns: { kind: ['n'] } }, '3 values in column "kind"', '1'],
  ])('of %s is refused with what was expected, what was received and a fix', (_name, data, expected, received) => {
    const error = errorOf(() => validateMapData(data as EmbeddingMapData));
    expect(error).toMatchObject({ code: 'invalid-data', expected, received });
    expect(error.fix).not.toBe('');
  });

  it('is checked to the last number', () => {
    const vectors = new Float32Array(1000);
    expect(validateVectors(vectors, 10)).toEqual({ points: 100 });
    vectors[999] = Number.NaN;
    expect(errorOf(() => validateVectors(vectors, 10)).received).toBe('NaN in row 99, dimension 9');
  });
});
