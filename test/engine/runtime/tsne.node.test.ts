import { describe, expect, it, vi } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { Tsne } from '../../../src/engine/runtime';
import type { LayoutSnapshot } from '../../../src/engine/tsne';
import type { TsneOptions } from '../../../src/engine/types';
import { labelAgreement, plantedClusters } from '../clusters';
import { randomFloats } from '../kernels/kernel-cases';

const clusters = plantedClusters({ points: 400, dimensions: 10, clusters: 6 });
const quick = { dimensions: 10, backend: 'cpu', iterations: 150 } as const;

async function layOut(vectors: Float32Array, options: TsneOptions): Promise<LayoutSnapshot[]> {
  await using tsne = await Tsne.create(vectors, { backend: 'cpu', ...options });
  const snapshots: LayoutSnapshot[] = [];
  for await (const snapshot of tsne.run()) snapshots.push(snapshot);
  return snapshots;
}

const last = (snapshots: readonly LayoutSnapshot[]) => snapshots[snapshots.length - 1];
const finite = (values: Float32Array) => values.every(Number.isFinite);

async function errorOf(work: Promise<unknown>): Promise<FvError> {
  const thrown: unknown = await work.then(() => null, (error: unknown) => error);
  expect(thrown).toBeInstanceOf(FvError);
  return thrown as FvError;
}

describe('a layout', () => {
  it('separates planted clusters, and its divergence falls once exaggeration ends', async () => {
    const snapshots = await layOut(clusters.vectors, { dimensions: 10, metric: 'euclidean' });
    expect(labelAgreement(last(snapshots).positions, clusters.labels)).toBeGreaterThan(0.95);
    const measured = snapshots.filter(({ klDivergence, iteration }) => klDivergence !== null && iteration >= 250).map(({ klDivergence }) => klDivergence!);
    expect(measured.length).toBeGreaterThan(5);
    expect(measured[measured.length - 1]).toBeLessThan(0.9 * measured[0]);
  });

  it('passes through its phases in order and ends with all steps done', async () => {
    const snapshots = await layOut(clusters.vectors, quick);
    const order = ['neighbors', 'affinities', 'early-exaggeration', 'optimization', 'end'];
    const phases = snapshots.map(({ phase }) => order.indexOf(phase));
    expect(phases).toEqual([...phases].sort((a, b) => a - b));
    const iterations = snapshots.map(({ iteration }) => iteration);
    expect(iterations).toEqual([...iterations].sort((a, b) => a - b));
    for (const { phaseProgress, positions } of snapshots) {
      expect(phaseProgress).toBeGreaterThanOrEqual(0);
      expect(phaseProgress).toBeLessThanOrEqual(1);
      expect(positions).toHaveLength(800);
    }
    expect(last(snapshots)).toMatchObject({ phase: 'end', iteration: 150, iterations: 150, phaseProgress: 1, klDivergence: expect.any(Number) });
  });

  it('is the same bit for bit for the same seed, another for another', async () => {
    const [a, b, c] = [await layOut(clusters.vectors, quick), await layOut(clusters.vectors, quick), await layOut(clusters.vectors, { ...quick, seed: 7 })].map(last);
    expect(b.positions).toEqual(a.positions);
    expect(c.positions).not.toEqual(a.positions);
  });

  it('starts from given positions, and moves only what its vectors move', async () => {
    const { positions: before } = last(await layOut(clusters.vectors, { ...quick, iterations: 400 }));
    const initial = before.slice();
    const snapshots = await layOut(clusters.vectors, { ...quick, iterations: 50, initial });
    const shift = (positions: Float32Array) => Math.sqrt(positions.reduce((sum, value, i) => sum + (value - before[i]) ** 2, 0) / before.length);
    const spread = Math.sqrt(before.reduce((sum, value) => sum + value * value, 0) / before.length);
    expect(snapshots[0].positions).toEqual(before);
    expect(snapshots.some(({ phase }) => phase === 'early-exaggeration')).toBe(false);
    expect(shift(last(snapshots).positions)).toBeLessThan(0.3 * spread);
    expect(shift(last(await layOut(clusters.vectors, { ...quick, seed: 5 })).positions)).toBeGreaterThan(0.3 * spread);
    expect(initial).toEqual(before);
  });

  it('refuses a start that does not fit', async () => {
    const long = await errorOf(Tsne.create(clusters.vectors, { ...quick, initial: new Float32Array(802) }));
    expect(long.message).toContain('at most 800 coordinates');
    const broken = await errorOf(Tsne.create(clusters.vectors, { ...quick, initial: new Float32Array(800).fill(NaN, 7, 8) }));
    expect(broken.message).toContain('row 3');
  });

  it('neither changes nor detaches the vectors', async () => {
    const vectors = clusters.vectors.slice();
    await layOut(vectors, { ...quick, iterations: 20 });
    expect(vectors).toEqual(clusters.vectors);
  });

  it('gives the reader positions of his own', async () => {
    const snapshots = await layOut(clusters.vectors, quick);
    expect(new Set(snapshots.map(({ positions }) => positions.buffer)).size).toBe(snapshots.length);
  });

  it('separates clusters with uniform affinities too', async () => {
    const [end] = (await layOut(clusters.vectors, { ...quick, metric: 'euclidean', iterations: 400, affinities: 'uniform' })).slice(-1);
    expect(labelAgreement(end.positions, clusters.labels)).toBeGreaterThan(0.95);
  });

  it('says what it runs on', async () => {
    await using tsne = await Tsne.create(clusters.vectors, quick);
    expect(tsne.status).toMatchObject({ backend: 'cpu', software: false, reason: 'cpu was asked for', points: 400, dimensions: 10, perplexity: 30, affinities: 'perplexity' });
    expect(tsne.positions).toHaveLength(0);
    let end: LayoutSnapshot | null = null;
    let gridSize = 0;
    for await (const snapshot of tsne.run()) {
      end = snapshot;
      gridSize = Math.max(gridSize, tsne.status.gridSize);
    }
    expect(gridSize).toBeGreaterThan(0);
    expect(tsne.positions).toBe(end!.positions);
    expect(tsne.status.neighbors).toBe(90);
    expect(tsne.status.edges).toBeGreaterThan(400 * 90);
    expect(tsne.status.bytesPerPoint).toBeGreaterThan(0);
  });
});

describe('running', () => {
  it('stops when the loop is left, and goes on where it was', async () => {
    await using tsne = await Tsne.create(clusters.vectors, { ...quick, iterations: 300 });
    const seen: number[] = [];
    // Each leave must give its snapshot back, or a later loop would see the end only.
    for (let leave = 0; leave < 5; leave++) {
      for await (const { iteration } of tsne.run()) {
        seen.push(iteration);
        if (iteration > 0) break;
      }
    }
    const whole: LayoutSnapshot[] = [];
    for await (const snapshot of tsne.run()) whole.push(snapshot);
    expect(whole.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(whole[0].iteration).toBeGreaterThan(seen[seen.length - 1] - 1);
    expect(last(whole).positions).toEqual(last(await layOut(clusters.vectors, { ...quick, iterations: 300 })).positions);
  });

  it('waits while paused and ends in the same place', async () => {
    await using tsne = await Tsne.create(clusters.vectors, quick);
    const snapshots: LayoutSnapshot[] = [];
    let paused = false;
    for await (const snapshot of tsne.run()) {
      snapshots.push(snapshot);
      if (paused || snapshot.iteration === 0) continue;
      paused = true;
      tsne.pause();
      const { iteration } = await new Promise<LayoutSnapshot>((resolve) => { setTimeout(() => resolve(last(snapshots)), 150); });
      expect(iteration).toBe(snapshot.iteration);
      tsne.resume();
    }
    expect(paused).toBe(true);
    expect(last(snapshots).positions).toEqual(last(await layOut(clusters.vectors, quick)).positions);
  });

  it('holds from the start where it is paused before', async () => {
    await using tsne = await Tsne.create(clusters.vectors, quick);
    tsne.pause();
    const run = tsne.run();
    const first = await run.next();
    expect(first.value).toMatchObject({ phase: 'neighbors', iteration: 0 });
    const outcome = await Promise.race([run.next(), new Promise((resolve) => { setTimeout(resolve, 200, 'held'); })]);
    expect(outcome).toBe('held');
    tsne.resume();
  });

  it('gives the end again after the end', async () => {
    await using tsne = await Tsne.create(clusters.vectors, { ...quick, iterations: 10 });
    for await (const snapshot of tsne.run()) expect(snapshot.iterations).toBe(10);
    const again: string[] = [];
    for await (const { phase } of tsne.run()) again.push(phase);
    expect(again).toEqual(['end']);
  });

  it('drops snapshots for a slow reader: what he reads is never older than the layout by more than its queue', async () => {
    await using tsne = await Tsne.create(clusters.vectors, { ...quick, iterations: 400 });
    const seen: number[] = [];
    for await (const { iteration } of tsne.run()) {
      seen.push(iteration);
      await new Promise((resolve) => { setTimeout(resolve, 400); });
    }
    expect(seen.length).toBeLessThan(14);
    expect(seen[seen.length - 1]).toBe(400);
  });

  it('ends with aborted when it is disposed, and stays ended', async () => {
    const tsne = await Tsne.create(clusters.vectors, quick);
    const run = (async () => {
      for await (const { iteration } of tsne.run()) if (iteration > 0) tsne.dispose();
    })();
    expect((await errorOf(run)).code).toBe('aborted');
    tsne.dispose();
    expect((await errorOf(tsne.run().next())).code).toBe('aborted');
  });

  it('obeys a signal: before, while creating, while running', async () => {
    expect((await errorOf(Tsne.create(clusters.vectors, { ...quick, signal: AbortSignal.abort() }))).code).toBe('aborted');
    const early = new AbortController();
    const creating = Tsne.create(clusters.vectors, { ...quick, signal: early.signal });
    early.abort();
    expect((await errorOf(creating)).code).toBe('aborted');
    const late = new AbortController();
    const tsne = await Tsne.create(clusters.vectors, { ...quick, signal: late.signal });
    const run = (async () => {
      for await (const { iteration } of tsne.run()) if (iteration > 0) late.abort();
    })();
    expect((await errorOf(run)).code).toBe('aborted');
  });
});

describe('memory that cannot grow', () => {
  it('ends the layout with out-of-memory, and what has been placed stays the reader’s', async () => {
    await using tsne = await Tsne.create(clusters.vectors, quick);
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    });
    const run = (async () => {
      for await (const { iteration } of tsne.run()) expect(iteration).toBe(0);
    })();
    expect(await errorOf(run)).toMatchObject({ code: 'out-of-memory', received: expect.stringContaining('limit at'), fix: expect.stringContaining('fewer') });
    grow.mockRestore();
    expect(tsne.positions).toHaveLength(800);
  });
});

describe('data at the edge', () => {
  it.each([0, 1, 2])('%i points have a map and no work', async (points) => {
    const snapshots = await layOut(randomFloats(points * 5, 1), { dimensions: 5 });
    expect(snapshots.map(({ phase }) => phase)).toEqual(['end']);
    const { positions } = snapshots[0];
    expect(positions).toHaveLength(2 * points);
    expect(finite(positions)).toBe(true);
    if (points === 2) expect(positions.slice(0, 2)).not.toEqual(positions.slice(2));
  });

  /** Every map is finite, spread, and of a size that a page can show. */
  async function expectMap(vectors: Float32Array, options: TsneOptions): Promise<Float32Array> {
    const { positions, klDivergence } = last(await layOut(vectors, options));
    expect(positions).toHaveLength((2 * vectors.length) / options.dimensions);
    expect(finite(positions)).toBe(true);
    const span = Math.max(...positions) - Math.min(...positions);
    expect(span).toBeGreaterThan(1e-3);
    expect(span).toBeLessThan(1000);
    expect(Number.isFinite(klDivergence)).toBe(true);
    return positions;
  }

  it.each([3, 4, 5, 10, 31, 60, 100])('%i points, fewer than the perplexity needs', async (points) => {
    await expectMap(randomFloats(points * 20, points), { dimensions: 20 });
  });

  it.each([3, 31, 100])('%i points by their Euclidean distances', async (points) => {
    await expectMap(randomFloats(points * 20, points), { dimensions: 20, metric: 'euclidean' });
  });

  it.each([5, 50, 300])('%i identical points are spread, not piled', async (points) => {
    await expectMap(new Float32Array(points * 8).fill(0.1), { dimensions: 8 });
    await expectMap(new Float32Array(points * 8), { dimensions: 8 });
  });

  it.each([200, 600])('%i points without structure do not collapse', async (points) => {
    await expectMap(plantedClusters({ points, dimensions: 20, clusters: 1, apart: 0 }).vectors, { dimensions: 20 });
  });

  it('all-zero rows have their place among others', async () => {
    const vectors = clusters.vectors.slice();
    for (const row of [0, 17, 18, 200]) vectors.fill(0, 10 * row, 10 * row + 10);
    await expectMap(vectors, { dimensions: 10, iterations: 300 });
  });

  it('one dimension', async () => {
    await expectMap(randomFloats(300, 1), { dimensions: 1, metric: 'euclidean', iterations: 300 });
    await expectMap(randomFloats(300, 1), { dimensions: 1, iterations: 300 });
  });

  it('10,000 dimensions', async () => {
    await expectMap(randomFloats(40 * 10_000, 1), { dimensions: 10_000, iterations: 300 });
  });

  it('numbers as large and as small as float32 allows', async () => {
    for (const scale of [1e18, 1e-18]) await expectMap(clusters.vectors.map((value) => value * scale), { dimensions: 10, iterations: 300 });
  });

  it('no steps at all leave the PCA start', async () => {
    const { positions, iteration } = last(await layOut(clusters.vectors, { ...quick, iterations: 0 }));
    expect(iteration).toBe(0);
    expect(Math.max(...positions)).toBeLessThan(1e-3);
    expect(finite(positions)).toBe(true);
  });

  const nan = randomFloats(50, 1);
  nan[23] = Number.NaN;
  const infinite = randomFloats(50, 1);
  infinite[7] = -Infinity;
  it.each([
    ['NaN', nan, 10, 'NaN in row 2, dimension 3'],
    ['Infinity', infinite, 10, '-Infinity in row 0, dimension 7'],
    ['a wrong length', randomFloats(51, 1), 10, '51'],
    ['0 dimensions', randomFloats(50, 1), 0, '0'],
    ['half a dimension', randomFloats(50, 1), 2.5, '2.5'],
    ['no dimensions', randomFloats(50, 1), undefined, 'undefined'],
    ['a plain array', [1, 2, 3], 1, 'Array'],
    ['a Float64Array', new Float64Array(10), 1, 'Float64Array'],
    ['nothing', null, 1, 'null'],
  ])('%s is one clear error', async (_name, vectors, dimensions, received) => {
    const error = await errorOf(Tsne.create(vectors as Float32Array, { dimensions: dimensions as number, backend: 'cpu' }));
    expect(error).toMatchObject({ code: 'invalid-data', received });
    expect(error.expected).not.toBe('');
    expect(error.fix).not.toBe('');
  });

  it('a bad option or a missing backend as well', async () => {
    expect(await errorOf(Tsne.create(clusters.vectors, { ...quick, perplexity: -1 }))).toMatchObject({ code: 'invalid-option', received: '-1' });
    expect(await errorOf(Tsne.create(clusters.vectors, { ...quick, backend: 'webgpu' }))).toMatchObject({ code: 'backend-unavailable', fix: expect.stringContaining('cpu') });
  });
});
