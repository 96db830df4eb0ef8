import { describe, expect, it } from 'vitest';
import { createDevice, explainBackend, type Device } from '../../../src/engine/kernels';
import { resolveTsneOptions, TsneLayout, type LayoutSnapshot } from '../../../src/engine/tsne';
import type { TsneOptions } from '../../../src/engine/types';
import { labelAgreement, plantedClusters } from '../clusters';

async function layoutOf(vectors: Float32Array, dimensions: number, options: Partial<TsneOptions> = {}, device?: Device) {
  // A copy: the layout takes its vectors over.
  return new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions, iterations: 150, perplexity: 10, ...options }), {
    device: device ?? (await createDevice('cpu')).device,
    choice: explainBackend('cpu', false, 'requested'),
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

  it('starts from the places of its leading rows, which the others join', async () => {
    const head = await layoutOf(vectors.slice(0, 400 * dimensions), dimensions);
    const initial = (await runThrough(head)).at(-1).positions.slice();
    const layout = await layoutOf(vectors, dimensions, { initial });
    const snapshots = await runThrough(layout);
    expect(snapshots[0]).toMatchObject({ phase: 'neighbors', placed: 400 });
    expect(snapshots[0].positions).toEqual(initial);
    expect(snapshots.at(-1)).toMatchObject({ phase: 'end', placed: 600 });
    expect(labelAgreement(snapshots.at(-1).positions, labels)).toBeGreaterThan(0.95);
    layout.dispose();
    head.dispose();
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
