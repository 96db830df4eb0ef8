import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HeatmapScene, quantilePlace, surfaceResources, type HeatmapMatrix, type HeatmapSampling } from '../../../src/engine';
import { bytes, heatmapMatrix, HIGH_COLOR, look, LOW_COLOR, NAN_COLOR, ranksOf, rampBytes, readPixels, rowsOf, unitRanges } from '../../harness/heatmap';
import { eventually } from '../../harness/eventually';

let host: HTMLElement;
let scene: HeatmapScene;

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  scene = new HeatmapScene(host);
});

afterEach(() => {
  scene.dispose();
  host.remove();
});

async function drawn(): Promise<(x: number, y: number) => number[]> {
  await eventually(() => scene.complete).toBe(true);
  return readPixels(scene.surface.canvas);
}

/** A matrix whose every cell is `cell` pixels wide and high, or that fills width × height pixels. */
async function show(matrix: HeatmapMatrix, width: number, height: number, settings = look()) {
  scene.resize(width, height, 1);
  scene.setMatrix(matrix);
  scene.setRows(rowsOf(matrix));
  scene.setLook(settings, [1, 1, 1]);
  return drawn();
}

describe('a cell a pixel', () => {
  const matrix = heatmapMatrix(40, 20, (segment, unit) => Math.sin(segment * 7 + unit * 3) * (unit + 1) - unit);

  test('every value has the colour of its place between the ends of its unit', async () => {
    const pixel = await show(matrix, 40, 20);
    const ranges = unitRanges(matrix);
    for (let unit = 0; unit < 20; unit++) {
      for (let segment = 0; segment < 40; segment++) {
        const [low, high] = [ranges.low[unit], ranges.high[unit]];
        const place = (matrix.values[segment * 20 + unit] - low) / (high - low);
        const wanted = rampBytes(place);
        // A step of the ramp, where a place lies between two of them.
        pixel(segment, unit).forEach((part, i) => expect(Math.abs(part - wanted[i])).toBeLessThanOrEqual(4));
      }
    }
  });

  test('ends of all units, around zero, and by rank', async () => {
    const near = (actual: number[], wanted: number[]) => actual.forEach((part, i) => expect(Math.abs(part - wanted[i])).toBeLessThanOrEqual(3));
    let pixel = await show(matrix, 40, 20, look({ kind: 'fixed', low: -30, high: 10 }));
    near(pixel(5, 3), rampBytes((matrix.values[5 * 20 + 3] + 30) / 40));
    scene.setLook(look({ kind: 'symmetric' }), [1, 1, 1]);
    pixel = await drawn();
    const most = Math.max(...Array.from({ length: 40 }, (_, i) => Math.abs(matrix.values[i * 20 + 3])));
    near(pixel(5, 3), rampBytes((matrix.values[5 * 20 + 3] / most + 1) / 2));
    const { knots, ranks } = ranksOf(matrix);
    scene.setRanks(ranks);
    scene.setRows(rowsOf(matrix, undefined, ranks));
    scene.setLook(look({ kind: 'rank' }), [1, 1, 1]);
    pixel = await drawn();
    for (const segment of [0, 5, 39]) near(pixel(segment, 3), rampBytes(quantilePlace(knots, 3, matrix.values[segment * 20 + 3])));
  });

  test('another palette, other ends and another sampling upload no values, and known ones nothing at all', async () => {
    await show(matrix, 40, 20);
    const { tiles, tables } = scene.uploads;
    for (const ends of [{ kind: 'symmetric' }, { kind: 'sample' }, { kind: 'percentile' }, { kind: 'fixed', low: 0, high: 1 }] as const) {
      for (const sampling of ['min-max', 'max-abs'] as const) {
        scene.setLook(look(ends, { sampling }), [1, 1, 1]);
        await drawn();
      }
    }
    expect(scene.uploads).toEqual({ tiles, tables });
    scene.setLook(look({ kind: 'all' }, { palette: 'magma' }), [1, 1, 1]);
    await drawn();
    expect(scene.uploads).toEqual({ tiles, tables: tables + 1 });
    for (const palette of ['viridis', 'magma'] as const) {
      scene.setLook(look({ kind: 'all' }, { palette }), [1, 1, 1]);
      await drawn();
    }
    expect(scene.uploads).toEqual({ tiles, tables: tables + 1 });
  });

  test('rows come in the order of their table', async () => {
    await show(matrix, 40, 20);
    const first = readPixels(scene.surface.canvas);
    scene.setRows(rowsOf(matrix, Array.from({ length: 20 }, (_, row) => 19 - row)));
    const pixel = await drawn();
    for (let row = 0; row < 20; row++) expect(pixel(7, row)).toEqual(first(7, 19 - row));
  });

  test('a matrix in reading order of a backward model is turned round', async () => {
    const values = (segment: number) => segment;
    const forward = await show(heatmapMatrix(40, 1, values), 40, 8);
    const backward = await show(heatmapMatrix(40, 1, values, true), 40, 8);
    for (let x = 0; x < 40; x++) expect(backward(x, 0)).toEqual(forward(39 - x, 0));
  });
});

test('NaN and the infinities have colours of their own, a constant unit the middle, the ground is beside the cells', async () => {
  const matrix = heatmapMatrix(8, 2, (segment, unit) => (unit === 1 ? 3 : [0, NaN, Infinity, -Infinity, 1, 2, -0, 1e-40][segment]));
  const pixel = await show(matrix, 1000, 100);
  // Cells grow to 56 × 32 px, no larger.
  const at = (segment: number, row: number) => pixel(56 * segment + 28, 32 * row + 16);
  expect(at(1, 0)).toEqual(bytes(NAN_COLOR));
  expect(at(2, 0)).toEqual(bytes(HIGH_COLOR));
  expect(at(3, 0)).toEqual(bytes(LOW_COLOR));
  for (const segment of [0, 6, 7]) expect(at(segment, 0)).toEqual(rampBytes(0));
  expect(at(5, 0)).toEqual(rampBytes(1));
  // 1 is half way from 0 to 2, between two steps of the ramp.
  expect([rampBytes(0.498), rampBytes(0.5)]).toContainEqual(at(4, 0));
  expect(at(2, 1)).toEqual(rampBytes(0.5));
  expect(pixel(900, 10)).toEqual([255, 255, 255]);
  expect(pixel(10, 90)).toEqual([255, 255, 255]);
});

describe('many values a pixel', () => {
  // 30,000 × 48 values are several tiles at every level; 100 × 12 pixels: 300 segments and 4 units each.
  const SEGMENTS = 30_000;
  const UNITS = 48;

  test.each([[0, 0], [17_031, 21], [29_999, 47], [21_845, 5]])('a single spike at segment %i of unit %i stays visible, once', async (segment, unit) => {
    const pixel = await show(heatmapMatrix(SEGMENTS, UNITS, (i, u) => (i === segment && u === unit ? 1 : 0)), 100, 12, look({ kind: 'fixed', low: 0, high: 1 }));
    const bright: number[][] = [];
    for (let y = 0; y < 12; y++) for (let x = 0; x < 100; x++) if (pixel(x, y).join() === rampBytes(1).join()) bright.push([x, y]);
    expect(bright).toHaveLength(1);
    expect(Math.abs(bright[0][0] - segment / 300)).toBeLessThanOrEqual(1.2);
    expect(bright[0][1]).toBe(Math.floor(unit / 4));
  });

  test('a value below zero is as far from it as one above', async () => {
    const pixel = await show(heatmapMatrix(SEGMENTS, UNITS, (i, u) => (i === 6_100 && u === 9 ? -1 : i === 6_101 && u === 8 ? 0.9 : 0)), 100, 12, look({ kind: 'fixed', low: -1, high: 1 }, { palette: 'blue-red' }));
    expect(pixel(20, 2)).toEqual(rampBytes(0, 'blue-red'));
  });

  test('smallest and largest in turn, like a chessboard', async () => {
    const pixel = await show(heatmapMatrix(SEGMENTS, UNITS, (i) => (i % 2 ? 1 : -1)), 100, 12, look({ kind: 'fixed', low: -1, high: 1 }, { sampling: 'min-max' }));
    const [low, high] = [rampBytes(0), rampBytes(1)];
    for (let x = 0; x < 6; x++) for (let y = 0; y < 4; y++) expect(pixel(x, y)).toEqual((x + y) % 2 ? high : low);
  });

  test('the mean', async () => {
    const pixel = await show(heatmapMatrix(SEGMENTS, UNITS, (i, u) => (i % 4 === 0 ? 1 : 0) + (u % 2)), 100, 12, look({ kind: 'fixed', low: 0, high: 2 }, { sampling: 'mean' }));
    const wanted = rampBytes(0.375);
    for (const [x, y] of [[0, 0], [50, 6], [99, 11]]) pixel(x, y).forEach((part, i) => expect(Math.abs(part - wanted[i])).toBeLessThanOrEqual(2));
  });

  test.each<HeatmapSampling>(['max-abs', 'min-max', 'mean'])('a NaN and an infinity are seen among many: %s', async (sampling) => {
    const pixel = await show(heatmapMatrix(SEGMENTS, UNITS, (i, u) => (i === 15_010 && u === 2 ? NaN : i === 27_010 && u === 47 ? Infinity : Math.sin(i))), 100, 12, look({ kind: 'fixed', low: -1, high: 1 }, { sampling }));
    expect([49, 50, 51].map((x) => pixel(x, 0))).toContainEqual(bytes(NAN_COLOR));
    expect([89, 90, 91].map((x) => pixel(x, 11))).toContainEqual(bytes(HIGH_COLOR));
  });

  test('zoomed in, every value is one cell again, in whichever tile it lies', async () => {
    const matrix = heatmapMatrix(SEGMENTS, UNITS, (i, u) => ((i * 13 + u * 7) % 256) / 255);
    await show(matrix, 100, 48, look({ kind: 'fixed', low: 0, high: 1 }));
    for (const column of [0, 21_790, 29_900]) {
      scene.show({ column, row: 0, cellWidth: 1, cellHeight: 1 });
      const pixel = await drawn();
      for (let x = 0; x < 100; x += 9) for (const unit of [0, 17, 47]) expect(pixel(x, unit)).toEqual(rampBytes(matrix.values[(column + x) * UNITS + unit]));
    }
    expect(scene.uploads.tiles).toBeLessThan(12);
  });
});

test('more units than a texture is wide', async () => {
  const UNITS = 20_000;
  const matrix = heatmapMatrix(60, UNITS, (i, u) => ((i + u) % 256) / 255);
  scene.resize(60, 100, 1);
  scene.setMatrix(matrix);
  scene.setRows(rowsOf(matrix));
  scene.setLook(look({ kind: 'fixed', low: 0, high: 1 }), [1, 1, 1]);
  scene.show({ column: 0, row: 19_900, cellWidth: 1, cellHeight: 1 });
  const pixel = await drawn();
  for (const [x, y] of [[0, 0], [59, 99], [31, 50]]) expect(pixel(x, y)).toEqual(rampBytes(((x + 19_900 + y) % 256) / 255));
});

test('a lost context comes back with everything on it', async () => {
  const matrix = heatmapMatrix(40, 20, (i, u) => i * u);
  const first = await show(matrix, 40, 20);
  const lose = scene.surface.regl._gl.getExtension('WEBGL_lose_context')!;
  lose.loseContext();
  await eventually(() => scene.surface.lost).toBe(true);
  lose.restoreContext();
  await eventually(() => scene.surface.lost).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const pixel = await drawn();
  for (let x = 0; x < 40; x++) expect(pixel(x, 11)).toEqual(first(x, 11));
});

test('gives back all it took from the GPU', async () => {
  scene.dispose();
  const before = surfaceResources();
  scene = new HeatmapScene(host);
  await show(heatmapMatrix(3_000, 300, (i, u) => i * u), 100, 100);
  expect(surfaceResources().textures).toBeGreaterThan(before.textures + 2);
  scene.dispose();
  expect(surfaceResources()).toEqual(before);
});
