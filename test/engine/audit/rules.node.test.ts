import { describe, expect, test } from 'vitest';
import { hubness } from '../../../src/engine/audit/hubs';
import { labelDisagreement } from '../../../src/engine/audit/label-disagreement';
import { nearDuplicates } from '../../../src/engine/audit/near-duplicates';
import { normOutliers } from '../../../src/engine/audit/norm-outliers';

// Five rows, three neighbours each.
const indices = Uint32Array.of(1, 2, 3, 0, 2, 3, 0, 1, 3, 4, 0, 1, 3, 0, 1);

describe('labels other than the neighbours’', () => {
  test('the share of labelled neighbours with another label, and the label most of them carry', () => {
    const { shares, expected } = labelDisagreement(indices, 3, Int32Array.of(0, 0, 1, 1, 2));
    expect([...shares]).toEqual([2 / 3, 2 / 3, 2 / 3, 1, 1].map(Math.fround));
    // Row 3: labels 2, 0, 0. Row 4: 1, 0, 0.
    expect([...expected]).toEqual([1, 1, 0, 0, 0]);
  });

  test('neighbours without a label have no say; rows without one, or without labelled neighbours, are left alone', () => {
    const { shares, expected } = labelDisagreement(indices, 3, Int32Array.of(0, -1, 1, -1, 2));
    expect([...shares]).toEqual([1, NaN, 1, NaN, 1]);
    expect([...expected]).toEqual([1, -1, 0, -1, 0]);
    expect([...labelDisagreement(indices, 3, Int32Array.of(-1, -1, -1, -1, 5)).shares]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  test('of equally frequent labels the nearest is expected', () => {
    expect(labelDisagreement(Uint32Array.of(1, 2, 0, 2, 0, 1), 2, Int32Array.of(0, 2, 1)).expected[0]).toBe(2);
  });
});

describe('near-duplicates', () => {
  const distances = Float32Array.of(0.001, 0.5, 0.6, 0.001, 0.5, 0.6, 0.5, 0.5, 0.5, 0.002, 0.6, 0.6, 0.002, 0.7, 0.7);

  test('rows linked by short distances are one group, in order of rows', () => {
    const { group, groups, nearest } = nearDuplicates(indices, distances, 3, 0.01);
    expect([...group]).toEqual([0, 0, -1, 1, 1]);
    expect(groups).toBe(2);
    expect([...nearest]).toEqual([0.001, 0.001, 0.5, 0.002, 0.002].map(Math.fround));
  });

  test('the threshold itself is too far; chains join groups', () => {
    expect(nearDuplicates(indices, distances, 3, Math.fround(0.001)).groups).toBe(0);
    expect([...nearDuplicates(indices, distances, 3, 0.65).group]).toEqual([0, 0, 0, 0, 0]);
  });

  test('a link is enough from one side', () => {
    expect([...nearDuplicates(Uint32Array.of(1, 2, 1), Float32Array.of(0.5, 0.5, 0.001), 1, 0.01).group]).toEqual([-1, 0, 0]);
  });

  test('none without neighbours', () => {
    expect(nearDuplicates(new Uint32Array(0), new Float32Array(0), 0, 1)).toMatchObject({ groups: 0 });
  });
});

describe('hubs', () => {
  test('how many lists hold a row, their skewness, and rows in none', () => {
    const star = Uint32Array.of(1, 0, 0, 0, 0, 0);
    const { occurrences, skewness, orphans } = hubness(star, 1, 6);
    expect([...occurrences]).toEqual([5, 1, 0, 0, 0, 0]);
    expect(orphans).toBe(4);
    // Deviations 4, 0, −1 × 4: m₂ = 20/6, m₃ = 60/6.
    expect(skewness).toBeCloseTo(10 / (20 / 6) ** 1.5, 12);
    expect(hubness(Uint32Array.of(1, 2, 0), 1, 3).skewness).toBeNaN();
  });
});

describe('unusual norms', () => {
  test('modified z-scores by median and MAD; zero vectors stand apart', () => {
    const { scores, median, zeros } = normOutliers(Float32Array.of(1, 2, 3, 4, 100, 0));
    expect(median).toBe(3);
    expect(zeros).toBe(1);
    // Deviations 2, 1, 0, 1, 97: their median is 1.
    expect([...scores]).toEqual([-1.349, -0.6745, 0, 0.6745, 97 * 0.6745, NaN].map(Math.fround));
  });

  test('where most norms are alike the mean deviation stands in for the MAD, and nothing is odd where all are', () => {
    expect([...normOutliers(Float32Array.of(1, 1, 1, 5)).scores]).toEqual([0, 0, 0, Math.fround(4 * 0.7979)]);
    expect([...normOutliers(Float32Array.of(2, 2)).scores]).toEqual([0, 0]);
    expect(normOutliers(new Float32Array(2))).toMatchObject({ zeros: 2, median: NaN });
  });
});
