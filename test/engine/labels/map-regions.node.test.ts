import { describe, expect, test } from 'vitest';
import { mapRegions, regionPoints, type MapRegion } from '../../../src/engine/labels';
import { cloud, evenly, ring } from './cloud';

const GROUPS = ring(7, 40, 3);
const near = ({ x, y }: { x: number; y: number }, place: { x: number; y: number }, reach: number) => Math.hypot(x - place.x, y - place.y) < reach;
const found = (regions: readonly MapRegion[], place: { x: number; y: number }, reach: number) => regions.filter((region) => near(region, place, reach));

describe('the regions of separate groups', () => {
  const positions = cloud(7000, 2, GROUPS);

  test('are those groups: one each, in its middle, of its size, with its points and no others', async () => {
    const level = (await mapRegions(positions))[2];
    expect(level.regions).toHaveLength(GROUPS.length);
    for (const [g, group] of GROUPS.entries()) {
      const [region, ...others] = found(level.regions, group, 3);
      expect(others).toEqual([]);
      expect(region.points).toBeGreaterThan(900);
      expect(region.radius).toBeGreaterThan(3.4);
      expect(region.radius).toBeLessThan(4.8);
      const ids = regionPoints(level, region.id, positions);
      expect(ids).toHaveLength(region.points);
      expect(ids.every((id) => id % GROUPS.length === g)).toBe(true);
    }
  });

  test('are the same again for the same positions', async () => {
    const [once, again] = [await mapRegions(positions), await mapRegions(positions.slice())];
    expect(again.map(({ regions }) => regions)).toEqual(once.map(({ regions }) => regions));
    for (const [i, { cells }] of again.entries()) expect(Buffer.from(cells.buffer).equals(Buffer.from(once[i].cells.buffer))).toBe(true);
  });

  test('leave muted points out', async () => {
    const muted = Uint8Array.from({ length: 7000 }, (_, i) => Number(i % GROUPS.length === 0));
    const level = (await mapRegions(positions, { muted }))[2];
    expect(level.regions).toHaveLength(GROUPS.length - 1);
    expect(found(level.regions, GROUPS[0], 10)).toEqual([]);
  });
});

test('groups of groups: few large regions on coarse levels, many small ones on fine levels', async () => {
  const large = ring(3, 60, 0);
  const small = large.flatMap((center) => ring(4, 9, 1.6).map(({ x, y, spread }) => ({ x: center.x + x, y: center.y + y, spread })));
  const levels = await mapRegions(cloud(12_000, 3, small));
  expect(levels[0].regions).toHaveLength(3);
  for (const center of large) expect(found(levels[0].regions, center, 10)).toHaveLength(1);
  expect(levels[4].regions).toHaveLength(12);
  for (const group of small) expect(found(levels[4].regions, group, 2)).toHaveLength(1);
  expect(Math.max(...levels.map(({ regions }) => regions.length))).toBe(levels.at(-1)?.regions.length);
  expect(levels.map(({ bandwidth }) => bandwidth)).toEqual(levels.map(({ bandwidth }) => bandwidth).sort((a, b) => b - a));
});

test('chance alone makes no regions out of even ground', async () => {
  const levels = await mapRegions(evenly(20_000, 4, 100));
  for (const { regions } of levels) expect(regions.length).toBeLessThanOrEqual(1);
});

test('few points have coarse regions only', async () => {
  const [few, many] = [await mapRegions(cloud(400, 3, GROUPS)), await mapRegions(cloud(7000, 3, GROUPS))];
  expect(few.at(-1)?.regions).toHaveLength(GROUPS.length);
  expect(few.length).toBeLessThan(many.length);
});

test('small maps have no regions', async () => {
  expect(await mapRegions(cloud(100, 5, GROUPS))).toEqual([]);
  expect(await mapRegions(new Float32Array(0))).toEqual([]);
});

test('points in one place are one region', async () => {
  const [{ regions }] = await mapRegions(new Float32Array(600).fill(1));
  expect(regions).toHaveLength(1);
  expect(regions[0].points).toBe(300);
});

test('work that is aborted ends with the reason', async () => {
  await expect(mapRegions(cloud(2000, 6, GROUPS), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});
