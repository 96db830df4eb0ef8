import { describe, expect, it } from 'vitest';
import { exactDistance, SearchRows, searchVectors } from '../../../src/engine/neighbors';
import type { Metric } from '../../../src/engine/types';
import { randomFloats } from '../kernels/kernel-cases';

const atOnce = () => Promise.resolve();

/** All distances between the first points. */
function distances(vectors: ReturnType<typeof searchVectors>, points: number, metric: Metric): number[] {
  return Array.from({ length: points * points }, (_, at) => exactDistance(vectors, Math.floor(at / points), at % points, metric));
}

function expectDistances(rows: SearchRows, vectors: Float32Array, dimensions: number, metric: Metric): void {
  const points = vectors.length / dimensions;
  const expected = distances(searchVectors(vectors, dimensions, metric), points, metric);
  distances(rows.first(points), points, metric).forEach((distance, at) => expect(distance).toBeCloseTo(expected[at], 5));
}

describe('rows for searches', () => {
  const vectors = randomFloats(30 * 8, 3);
  const part = (from: number, to: number, dimensions = 8) => vectors.slice(from * dimensions, to * dimensions);

  it.each<[Metric, number]>([['cosine', 8], ['euclidean', 8], ['cosine', 6], ['euclidean', 5]])('that come in parts are those that come at once: by %s, of %i dimensions', async (metric, dimensions) => {
    const rows = new SearchRows(dimensions, metric);
    rows.append(part(0, 20, dimensions));
    expect(rows.points).toBe(20);
    await rows.settle(atOnce);
    rows.append(part(20, 24, dimensions));
    rows.append(part(24, 30, dimensions));
    expect(rows.points).toBe(30);
    await rows.settle(atOnce);
    expectDistances(rows, part(0, 30, dimensions), dimensions, metric);
  });

  it('are brought into form in place: held once', async () => {
    const given = part(0, 30);
    const rows = new SearchRows(8, 'cosine');
    rows.append(given);
    await rows.settle(atOnce);
    expect(rows.first(30).values.buffer).toBe(given.buffer);
    expect(rows.bytes).toBe(given.byteLength);
  });

  it('give an all-zero row a dimension of its own, even one that comes late', async () => {
    const all = part(0, 30);
    all.fill(0, 8 * 25, 8 * 27);
    const rows = new SearchRows(8, 'cosine');
    rows.append(all.slice(0, 160));
    await rows.settle(atOnce);
    rows.append(all.slice(160));
    await rows.settle(atOnce);
    const { values, dimensions } = rows.first(30);
    expect(exactDistance({ values, dimensions }, 25, 3, 'cosine')).toBeCloseTo(1, 6);
    expect(exactDistance({ values, dimensions }, 25, 26, 'cosine')).toBe(0);
    expectDistances(rows, all, 8, 'cosine');
  });

  it('leave no trace of rows that were forgotten', async () => {
    const zeros = new Float32Array(4 * 6);
    const rows = new SearchRows(6, 'cosine');
    rows.append(part(0, 10, 6));
    await rows.settle(atOnce);
    rows.append(zeros);
    await rows.settle(atOnce);
    rows.truncate(10);
    rows.append(part(10, 14, 6));
    await rows.settle(atOnce);
    expect(rows.points).toBe(14);
    expectDistances(rows, part(0, 14, 6), 6, 'cosine');
  });

  it('need no copy of all for every few that join', async () => {
    const rows = new SearchRows(8, 'cosine');
    rows.append(part(0, 20));
    await rows.settle(atOnce);
    const buffers = new Set<ArrayBufferLike>();
    for (let row = 20; row < 22; row++) {
      rows.append(part(row, row + 1));
      await rows.settle(atOnce);
      buffers.add(rows.first(1).values.buffer);
    }
    expect(buffers.size).toBe(1);
  });
});
