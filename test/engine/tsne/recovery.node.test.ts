import { describe, expect, it } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { createDevice, explainBackend, type Device } from '../../../src/engine/kernels';
import { exactNeighbors } from '../../../src/engine/neighbors';
import { resolveTsneOptions, TsneLayout, type LayoutResources, type LayoutSnapshot } from '../../../src/engine/tsne';
import { labelAgreement, plantedClusters } from '../clusters';

const { vectors, dimensions, labels } = plantedClusters({ points: 300, dimensions: 8, clusters: 4 });
const lost = new FvError({ code: 'device-lost', expected: 'a working GPU device', received: 'a lost one', fix: 'none' });
const choice = explainBackend('cpu', false, 'requested');

/** A device whose reads fail after so many. */
async function failing(reads: number): Promise<Device> {
  const { device } = await createDevice('cpu');
  return { ...device, read: (buffer) => (reads-- > 0 ? device.read(buffer) : Promise.reject(lost)) };
}

async function layoutOn(device: Device, resources: Partial<LayoutResources> = {}): Promise<{ layout: TsneLayout; replaced: FvError[] }> {
  const replaced: FvError[] = [];
  const layout = new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions, iterations: 150, perplexity: 10 }), {
    device, choice, sliceMs: 0,
    replaceDevice: async (failed, error) => {
      replaced.push(error);
      const { device: other } = await createDevice('cpu');
      return { device: other, choice: explainBackend('cpu', false, 'replaced', { failed: { backend: failed.backend, error: error.received } }) };
    },
    ...resources,
  });
  return { layout, replaced };
}

async function runThrough(layout: TsneLayout): Promise<LayoutSnapshot[]> {
  const snapshots: LayoutSnapshot[] = [];
  for await (const snapshot of layout.run()) snapshots.push(snapshot);
  return snapshots;
}

describe('a device that fails', () => {
  // 300 points: one tile is read in the search, then the positions every few steps.
  it.each([['in the search', 0], ['at the first steps', 1], ['in the middle', 100]])('%s costs the work since the last snapshot, and the layout ends on another', async (_, reads) => {
    const { layout, replaced } = await layoutOn(await failing(reads));
    const snapshots = await runThrough(layout);
    expect(replaced).toEqual([lost]);
    expect(layout.status).toMatchObject({ reasonCode: 'replaced', reasonFacts: { failed: { backend: 'cpu', error: 'a lost one' } } });
    expect(snapshots.at(-1)).toMatchObject({ phase: 'end', iteration: 150 });
    const iterations = snapshots.map(({ iteration }) => iteration);
    expect(iterations).toEqual([...iterations].sort((a, b) => a - b));
    expect(labelAgreement(snapshots.at(-1).positions, labels)).toBeGreaterThan(0.95);
    layout.dispose();
  });

  it('when the layout is put on it, as a lost WebGL context does, is replaced too', async () => {
    const { device } = await createDevice('cpu');
    let searched = false;
    const { layout, replaced } = await layoutOn({ ...device, upload: (type, values) => { if (searched) throw lost; return device.upload(type, values); } }, {
      findNeighbors: async (_device, rows, search) => {
        const lists = await exactNeighbors((await createDevice('cpu')).device, rows, search);
        searched = true;
        return lists;
      },
    });
    expect((await runThrough(layout)).at(-1)).toMatchObject({ phase: 'end', iteration: 150 });
    expect(replaced).toEqual([lost]);
    layout.dispose();
  });

  it('while rows are placed is replaced, and they are placed', async () => {
    const { device } = await createDevice('cpu');
    let broken = false;
    const { layout, replaced } = await layoutOn({ ...device, read: (buffer) => (broken ? Promise.reject(lost) : device.read(buffer)) });
    await runThrough(layout);
    broken = true;
    expect(await layout.place(vectors.slice(0, 5 * dimensions))).toHaveLength(10);
    expect(replaced).toEqual([lost]);
    layout.dispose();
  });

  it('ends the layout with that error where there is no other; the positions so far stay', async () => {
    const { layout } = await layoutOn(await failing(100), { replaceDevice: undefined });
    await expect(runThrough(layout)).rejects.toBe(lost);
    expect(layout.positions).toHaveLength(600);
    layout.dispose();
  });
});

describe('memory that runs out', () => {
  it('in the search for more rows ends the layout with out-of-memory; what was laid out stays', async () => {
    let searches = 0;
    const { layout } = await layoutOn((await createDevice('cpu')).device, {
      replaceDevice: undefined,
      findNeighbors: (device, rows, search) => {
        if (++searches > 1) throw new RangeError('Array buffer allocation failed');
        return exactNeighbors(device, rows, search);
      },
    });
    const before = (await runThrough(layout)).at(-1).positions;
    layout.extend(vectors.slice());
    await expect(runThrough(layout)).rejects.toMatchObject({ name: 'FvError', code: 'out-of-memory', received: expect.stringContaining('allocation failed'), fix: expect.stringContaining('limit') });
    expect(layout.positions).toEqual(before);
    layout.dispose();
  });
});
