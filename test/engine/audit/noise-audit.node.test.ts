import { describe, expect, test } from 'vitest';
import { NoiseAudit } from '../../../src/engine/audit';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { exactNeighbors, searchVectors } from '../../../src/engine/neighbors';
import { plantedClusters } from '../clusters';

const points = 300;
const dimensions = 16;

/** Six clusters with faults planted: a wrong label, a copy of a row, a long and a zero vector. */
async function planted() {
  const { vectors, labels } = plantedClusters({ points, dimensions, clusters: 6 });
  const row = (i: number) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  labels[12] = 5;
  row(40).set(row(34));
  row(46).set(row(34).map((value) => value * 1.000_01));
  row(70).set(row(70).map((value) => value * 100));
  row(90).fill(0);
  const k = 10;
  const { indices, distances } = await exactNeighbors(createCpuDevice(), searchVectors(vectors, dimensions, 'cosine'), { k, metric: 'cosine' });
  const norms = Float32Array.from({ length: points }, (_, i) => Math.hypot(...row(i)));
  return { labels, audit: new NoiseAudit({ indices, distances, k, norms }), indices };
}

describe('an audit of planted faults', () => {
  test('names the row whose neighbours carry another label, and which', async () => {
    const { audit, labels } = await planted();
    expect(audit.find('labels', 0.8).rows).toHaveLength(0);
    audit.setLabels(labels);
    const { rows, values, notes } = audit.find('labels', 0.8);
    expect([...rows]).toContain(12);
    expect(values[rows.indexOf(12)]).toBe(1);
    expect(notes![rows.indexOf(12)]).toBe(0);
    // No other row is named, the zero vector neither, which is near nothing.
    expect([...rows]).toEqual([12]);
    audit.setLabels(null);
    expect(audit.find('labels', 0).rows).toHaveLength(0);
  });

  test('names copies as one group, with their distance', async () => {
    const { audit } = await planted();
    const { rows, values, notes, facts } = audit.find('duplicates', 1e-6);
    expect([...rows]).toEqual([34, 40, 46]);
    expect([...notes!]).toEqual([0, 0, 0]);
    expect(facts.groups).toBe(1);
    expect(facts.typical).toBeGreaterThan(1e-3);
    for (const value of values) expect(value).toBeLessThan(1e-6);
  });

  test('names rows that stand in many lists, the most frequent first', async () => {
    const { audit, indices } = await planted();
    const { rows, values, facts } = audit.find('hubs', 1.5);
    expect(rows.length).toBeGreaterThan(0);
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
    expect(values[0]).toBe(indices.filter((id) => id === rows[0]).length);
    for (const value of values) expect(value).toBeGreaterThanOrEqual(15);
    expect(facts.skewness).toBeTypeOf('number');
  });

  test('names zero vectors, then the oddest lengths', async () => {
    const { audit } = await planted();
    const { rows, values, facts } = audit.find('norms', 10);
    expect([...rows]).toEqual([90, 70]);
    expect(values[0]).toBe(0);
    expect(facts).toMatchObject({ zeros: 1 });
    expect(audit.find('norms', 1e9).rows).toEqual(Uint32Array.of(90));
  });
});
