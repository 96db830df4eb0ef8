import { describe, expect, it } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { createDevice, type Device } from '../../../src/engine/kernels';
import { resolveTsneOptions, TsneLayout, type LayoutSnapshot } from '../../../src/engine/tsne';
import type { TsneOptions } from '../../../src/engine/types';
import { labelAgreement, plantedClusters } from '../clusters';

async function layoutOf(vectors: Float32Array, dimensions: number, options: Partial<TsneOptions> = {}, device?: Device) {
  // A copy: the layout takes its vectors over.
  return new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions, iterations: 150, perplexity: 10, ...options }), {
    device: device ?? (await createDevice('cpu')).device,
    reason: 'a test',
    sliceMs: 0,
  });
}

async function runThrough(layout: TsneLayout): Promise<LayoutSnapshot[]> {
  const snapshots: LayoutSnapshot[] = [];
  for await (const snapshot of layout.run()) snapshots.push(snapshot);
  return snapshots;
}

describe('a growing layout', () => {
  const { vectors, dimensions, labels } = plantedClusters({ points: 600, dimensions: 12, clusters: 6 });

  it('goes on with appended rows from where it stands', async () => {
    const layout = await layoutOf(vectors.slice(0, 400 * dimensions), dimensions);
    const before = (await runThrough(layout)).at(-1);
    expect(before).toMatchObject({ phase: 'end', placed: 400 });
    layout.extend(vectors.slice(400 * dimensions));
    expect(layout.points).toBe(600);
    const snapshots = await runThrough(layout);
    // Until its neighbours are known, a new row has no place.
    expect(snapshots.filter(({ phase }) => phase === 'neighbors').every(({ placed, positions }) => placed === 400 && positions.length === 800)).toBe(true);
    const after = snapshots.at(-1);
    expect(after).toMatchObject({ phase: 'end', placed: 600, iteration: 150, iterations: 150 });
    expect(labelAgreement(after.positions, labels)).toBeGreaterThan(0.95);
    layout.dispose();
  });

  it('has nothing to do once all rows are laid out', async () => {
    const layout = await layoutOf(vectors, dimensions);
    const { positions } = (await runThrough(layout)).at(-1);
    const again = await runThrough(layout);
    expect(again.map(({ phase }) => phase)).toEqual(['end']);
    expect(again[0].positions).toEqual(positions);
    layout.dispose();
  });

  it('places rows into a layout whose points stay', async () => {
    const layout = await layoutOf(vectors.slice(0, 500 * dimensions), dimensions);
    const { positions } = (await runThrough(layout)).at(-1);
    const placed = await layout.place(vectors.slice(500 * dimensions));
    expect(placed.length).toBe(200);
    expect(layout.positions.subarray(0, 1000)).toEqual(positions);
    expect(layout.positions.subarray(1000)).toEqual(placed);
    expect(labelAgreement(layout.positions, labels)).toBeGreaterThan(0.95);
    layout.dispose();
  });

  it('leaves no buffer behind', async () => {
    const { device } = await createDevice('cpu');
    const layout = await layoutOf(vectors.slice(0, 300 * dimensions), dimensions, { iterations: 20 }, device);
    await runThrough(layout);
    const { buffers } = device.memory;
    layout.extend(vectors.slice(300 * dimensions, 400 * dimensions));
    await runThrough(layout);
    await layout.place(vectors.slice(400 * dimensions));
    // Only the tables of further transform lengths may stay with the device.
    expect(device.memory.buffers - buffers).toBeLessThan(12);
    layout.dispose();
    expect(device.memory.buffers).toBe(0);
  });
});

describe('a device that fails in the middle', () => {
  const { vectors, dimensions, labels } = plantedClusters({ points: 300, dimensions: 8, clusters: 4 });
  const lost = new FvError({ code: 'device-lost', expected: 'a working GPU device', received: 'a lost one', fix: 'none' });

  /** A device whose reads fail after so many. */
  async function failing(reads: number): Promise<Device> {
    const { device } = await createDevice('cpu');
    return { ...device, read: (buffer) => (reads-- > 0 ? device.read(buffer) : Promise.reject(lost)) };
  }

  it('costs the steps since the last snapshot, and the layout ends on another device', async () => {
    let replaced = 0;
    const layout = new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions, iterations: 150, perplexity: 10 }), {
      device: await failing(100),
      reason: 'at first',
      sliceMs: 0,
      replaceDevice: async (_, error) => {
        expect(error).toBe(lost);
        replaced++;
        return { device: (await createDevice('cpu')).device, reason: 'after a loss' };
      },
    });
    const snapshots = await runThrough(layout);
    expect(replaced).toBe(1);
    expect(layout.status.reason).toBe('after a loss');
    expect(snapshots.at(-1)).toMatchObject({ phase: 'end', iteration: 150 });
    const iterations = snapshots.map(({ iteration }) => iteration);
    expect(iterations).toEqual([...iterations].sort((a, b) => a - b));
    expect(labelAgreement(snapshots.at(-1).positions, labels)).toBeGreaterThan(0.95);
    layout.dispose();
  });

  it('ends the layout with that error where there is no other; the positions so far stay', async () => {
    const layout = await layoutOf(vectors, dimensions, {}, await failing(100));
    await expect(runThrough(layout)).rejects.toBe(lost);
    expect(layout.positions.length).toBe(600);
    layout.dispose();
  });
});
