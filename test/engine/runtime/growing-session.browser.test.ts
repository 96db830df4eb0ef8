import { afterEach, describe, expect, it } from 'vitest';
import { LayoutSession, type LayoutResult } from '../../../src/engine/runtime';
import { labelAgreement, plantedClusters } from '../clusters';

const dimensions = 10;
const { vectors, labels } = plantedClusters({ points: 500, dimensions, clusters: 5 });
const rows = (from: number, to: number) => vectors.slice(from * dimensions, to * dimensions);

let session: LayoutSession | null = null;
afterEach(() => {
  session?.dispose();
  session = null;
});

/** A session over the first rows; `next()` resolves at its next end. */
function open(points: number) {
  const ends: LayoutResult[] = [];
  const placed: number[] = [];
  let wake = () => {};
  const created = new LayoutSession(rows(0, points), { dimensions, backend: 'cpu', iterations: 150, perplexity: 10 }, {
    onProgress: (progress) => placed.push(progress.placed),
    onEnd(result) {
      ends.push(result);
      wake();
    },
    onError: (error) => { throw error; },
  });
  session = created;
  const next = async () => {
    const seen = ends.length;
    while (ends.length === seen) await new Promise<void>((resolve) => (wake = resolve));
    return ends[ends.length - 1];
  };
  return { session: created, ends, placed, next };
}

describe('a session over more rows than are copied at once', () => {
  const wide = plantedClusters({ points: 700, dimensions: 4000, clusters: 3 }).vectors;

  it('takes them in whole before what is asked next, and leaves them as they are', async () => {
    const before = wide.slice();
    const placed = new Set<number>();
    const end = new Promise<LayoutResult>((resolve, reject) => {
      session = new LayoutSession(wide, { dimensions: 4000, backend: 'cpu', iterations: 10 }, { onProgress: (progress) => placed.add(progress.placed), onEnd: resolve, onError: reject });
      session.extend(wide.slice(0, 4000 * 20));
    });
    expect((await end).positions).toHaveLength(1440);
    expect(placed).toEqual(new Set([700, 720]));
    expect(wide).toEqual(before);
  });

  it('names the row that is not finite', async () => {
    const spoilt = wide.slice();
    spoilt[4000 * 699 + 17] = Number.NaN;
    const error = await new Promise((resolve) => {
      session = new LayoutSession(spoilt, { dimensions: 4000, backend: 'cpu' }, { onError: resolve });
    });
    expect(error).toMatchObject({ code: 'invalid-data', received: 'NaN in row 699, dimension 17' });
  });
});

describe('a session that has ended', () => {
  it('goes on with appended rows, and ends again', async () => {
    const { session: open300, placed, next } = open(300);
    expect((await next()).positions).toHaveLength(600);
    const end = next();
    open300.extend(rows(300, 500));
    expect(open300.state).toBe('running');
    const { positions } = await end;
    expect(open300.state).toBe('ended');
    expect(positions).toHaveLength(1000);
    expect(labelAgreement(positions, labels)).toBeGreaterThan(0.95);
    expect(new Set(placed)).toEqual(new Set([300, 500]));
  });

  it('ends once where rows come while it runs', async () => {
    const { session: running, ends, next } = open(300);
    const end = next();
    running.extend(rows(300, 400));
    running.extend(rows(400, 500));
    const { positions } = await end;
    expect(positions).toHaveLength(1000);
    expect(ends).toHaveLength(1);
  });

  it('places rows, and the others stay', async () => {
    const { session: standing, next } = open(400);
    const { positions } = await next();
    const placed = await standing.place(rows(400, 500));
    const all = new Float32Array(1000);
    all.set(positions);
    all.set(placed, 800);
    expect(labelAgreement(all, labels)).toBeGreaterThan(0.95);
  });

  it('refuses rows that are not finite, and stands', async () => {
    const { session: standing, next } = open(100);
    await next();
    await expect(standing.place(new Float32Array(dimensions).fill(Number.NaN))).rejects.toMatchObject({ code: 'invalid-data' });
    expect(await standing.place(rows(100, 101))).toHaveLength(2);
  });

  it('measures its quality', async () => {
    const { session: standing, next } = open(500);
    await next();
    const quality = await standing.quality();
    expect(quality).toMatchObject({ k: 10, sampled: 500 });
    expect(quality.preservation).toHaveLength(500);
    expect(quality.neighborhoodPreservation).toBeGreaterThan(0.3);
    expect(quality.trustworthiness).toBeGreaterThan(0.9);
    expect(quality.randomTripletAccuracy).toBeGreaterThan(0.6);
  });

  it('answers nothing once disposed', async () => {
    const { session: gone, next } = open(200);
    await next();
    const placing = gone.place(rows(200, 300));
    const measuring = gone.quality();
    gone.dispose();
    await expect(placing).rejects.toMatchObject({ code: 'aborted' });
    await expect(measuring).rejects.toMatchObject({ code: 'aborted' });
    await expect(gone.quality()).rejects.toMatchObject({ code: 'aborted' });
  });
});
