import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { boundsOf, buildPalette, FIRST_INDEX, MISSING_INDEX, PointScene, surfaceResources, type LineSet } from '../../../src/engine';
import { clusteredMap } from '../../harness/embedding-map';
import { expectGolden } from '../../harness/golden';

const WIDTH = 320;
const HEIGHT = 240;
const palette = buildPalette({
  categories: [[0.26, 0.41, 0.82], [0.94, 0.69, 0.09], [1, 0.45, 0.36], [0.42, 0.77, 0.69]], repeatTowards: [0, 0, 0], other: [0.7, 0.7, 0.7], missing: [0.8, 0.8, 0.8], ground: [1, 1, 1], ink: [0, 0, 0],
});

let host: HTMLElement;
let scene: PointScene;
let before: ReturnType<typeof surfaceResources>;

beforeEach(() => {
  before = surfaceResources();
  host = document.body.appendChild(document.createElement('div'));
  scene = new PointScene(host);
  scene.resize(WIDTH, HEIGHT, 1);
  scene.setTheme([0.98, 0.98, 0.98], [0.1, 0.1, 0.1]);
});

afterEach(() => {
  scene.dispose();
  host.remove();
});

const frame = () => new Promise(requestAnimationFrame);

/** Waits until no frame was drawn for a while. */
async function rest(): Promise<void> {
  for (let drawn = -1; drawn !== scene.surface.framesDrawn; ) {
    drawn = scene.surface.framesDrawn;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function show(n: number): Float32Array {
  const { positions } = clusteredMap(n);
  scene.setPositions(positions);
  scene.setColors(Uint8Array.from({ length: n }, (_, i) => FIRST_INDEX + (i % 6)), palette);
  return positions;
}

/** Segments from the middle outwards, evenly all around. */
function star(count: number, look: Partial<LineSet> = {}): LineSet {
  const segments = Float32Array.from({ length: count }, (_, i) => (2 * Math.PI * i) / count);
  return {
    segments: Float32Array.from([...segments].flatMap((angle) => [4 * Math.cos(angle), 4 * Math.sin(angle), 34 * Math.cos(angle), 34 * Math.sin(angle)])),
    color: [0.1, 0.1, 0.1], opacity: 0.5, widthPx: 2, ...look,
  };
}

/** RGB of the picture at a place, CSS pixels. */
function pixel(xPx: number, yPx: number): number[] {
  const bytes = scene.surface.regl.read({ x: Math.round(xPx), y: Math.round(HEIGHT - 1 - yPx), width: 1, height: 1 }) as Uint8Array;
  return [...bytes.subarray(0, 3)];
}

test('draws each point in its colour at its place', async () => {
  scene.setPositions(Float32Array.of(0, 0, 1, 1));
  scene.setColors(Uint8Array.of(FIRST_INDEX, FIRST_INDEX + 1), palette);
  await rest();
  const first = scene.camera.toScreen(0, 0);
  const second = scene.camera.toScreen(1, 1);
  expect(first.yPx).toBeGreaterThan(second.yPx);
  const [r, , b] = pixel(first.xPx, first.yPx);
  expect(b).toBeGreaterThan(r + 80);
  const [r2, , b2] = pixel(second.xPx, second.yPx);
  expect(r2).toBeGreaterThan(b2 + 80);
});

test('draws no frame while nothing changes', async () => {
  show(500);
  await rest();
  const { framesDrawn } = scene.surface;
  expect(framesDrawn).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(scene.surface.framesDrawn).toBe(framesDrawn);
});

test('any number of changes before a frame are one frame', async () => {
  show(500);
  await rest();
  const { framesDrawn } = scene.surface;
  for (let i = 0; i < 10; i++) scene.redraw();
  await frame();
  await frame();
  expect(scene.surface.framesDrawn).toBe(framesDrawn + 1);
});

test('draws points beyond the frame budget in slices, all of them at rest', async () => {
  show(300_000);
  await frame();
  await frame();
  expect(scene.pointsDrawn).toBeLessThan(300_000);
  await expect.poll(() => scene.pointsDrawn, { timeout: 20_000 }).toBe(300_000);
});

test('new positions that come at rest are drawn whole in one frame, and until then none of them counts as drawn', async () => {
  const positions = show(150_000);
  await expect.poll(() => scene.pointsDrawn, { timeout: 20_000 }).toBe(150_000);
  // What follows new bounds moves: here the view is the user's.
  scene.camera.panBy(0, 0);
  await rest();
  const { framesDrawn } = scene.surface;
  scene.setPositions(positions.map((value) => 0.99 * value));
  expect(scene.pointsDrawn).toBe(0);
  await expect.poll(() => scene.pointsDrawn).toBeGreaterThan(0);
  expect(scene.pointsDrawn).toBe(150_000);
  expect(scene.surface.framesDrawn).toBe(framesDrawn + 1);
});

test('another program is compiled in a frame before the one that needs it, and the picture stays until then', async () => {
  scene.setPositions(Float32Array.of(0, 0, 1, 1));
  scene.setColors(Uint8Array.of(FIRST_INDEX, FIRST_INDEX), palette);
  await rest();
  const { xPx, yPx } = scene.camera.toScreen(0, 0);
  const plain = pixel(xPx, yPx);
  const { framesDrawn } = scene.surface;
  scene.setSizes(Float32Array.of(3, 1));
  await frame();
  expect(scene.surface.framesDrawn).toBe(framesDrawn + 1);
  expect(pixel(xPx, yPx)).toEqual(plain);
  await rest();
  expect(scene.surface.framesDrawn).toBe(framesDrawn + 2);
});

test('new positions of the same points reuse the buffers', async () => {
  const positions = show(1000);
  await rest();
  const { buffers } = surfaceResources();
  scene.setPositions(positions.map((value) => value * 2));
  await rest();
  expect(surfaceResources().buffers).toBe(buffers);
  expect(scene.camera.bounds).toEqual(boundsOf(positions.map((value) => value * 2)));
});

test('another mask, other sizes and fewer lines reuse the buffers', async () => {
  show(1000);
  const apply = (muted: number, segments: number) => {
    scene.setMuted(Uint8Array.from({ length: 1000 }, (_, i) => Number(i % muted === 0)));
    scene.setSizes(Float32Array.from({ length: 1000 }, (_, i) => 0.5 + (i % muted)));
    scene.setLines('to neighbors', star(segments));
  };
  apply(2, 9);
  await rest();
  const { buffers } = surfaceResources();
  const allocations = vi.spyOn(scene.surface.regl._gl, 'bufferData');
  apply(3, 5);
  await rest();
  expect(surfaceResources().buffers).toBe(buffers);
  expect(allocations).not.toHaveBeenCalled();
});

test('lines that are removed give their buffer back', async () => {
  show(10);
  const { buffers } = surfaceResources();
  scene.setLines('a', star(3));
  scene.setLines('b', star(4));
  await rest();
  expect(surfaceResources().buffers).toBe(buffers + 2);
  scene.setLines('a', null);
  expect(surfaceResources().buffers).toBe(buffers + 1);
});

test('gives all GPU objects back', async () => {
  show(1000);
  scene.setLines('a', star(3));
  scene.setSelection([1]);
  await rest();
  expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
  scene.dispose();
  expect(surfaceResources()).toEqual(before);
});

test('comes back by itself after a lost context', async () => {
  show(2000);
  scene.setMuted(Uint8Array.from({ length: 2000 }, (_, i) => Number(i % 3 === 0)));
  scene.setSelection([5]);
  scene.setLines('a', star(5));
  await rest();
  const picture = await scene.toPng();
  const lose = scene.surface.regl._gl.getExtension('WEBGL_lose_context')!;
  lose.loseContext();
  await expect.poll(() => scene.surface.lost).toBe(true);
  lose.restoreContext();
  await expect.poll(() => scene.surface.lost).toBe(false);
  await rest();
  expect(new Uint8Array(await (await scene.toPng()).arrayBuffer())).toEqual(new Uint8Array(await picture.arrayBuffer()));
});

test('a small map looks as it should', async () => {
  show(2000);
  await rest();
  await expectGolden(await scene.toPng(), 'small-map');
});

test('a selection rings its points and dims the rest', async () => {
  show(400);
  scene.setSelection([3, 70, 150]);
  await rest();
  await expectGolden(await scene.toPng(), 'small-map-selection');
});

test('muted points are grey traces below the others, however few these are', async () => {
  show(2000);
  scene.setMuted(Uint8Array.from({ length: 2000 }, (_, i) => Number(i % 100 !== 7)));
  await rest();
  await expectGolden(await scene.toPng(), 'small-map-muted');
});

test('a muted point in the same place is below', async () => {
  const both = (first: number, second: number) => {
    scene.setColors(Uint8Array.of(FIRST_INDEX, FIRST_INDEX), palette);
    scene.setMuted(Uint8Array.of(first, second));
  };
  scene.setPositions(Float32Array.of(0, 0, 0, 0));
  const { xPx, yPx } = scene.camera.toScreen(0, 0);
  both(0, 1);
  await rest();
  const lastMuted = pixel(xPx, yPx);
  both(1, 0);
  await rest();
  expect(pixel(xPx, yPx)).toEqual(lastMuted);
  both(1, 1);
  await rest();
  const trace = pixel(xPx, yPx);
  expect(trace[0]).toBeLessThan(250);
  expect(Math.max(...trace) - Math.min(...trace)).toBeLessThan(4);
});

test('sizes are relative to each other, and missing values are open rings', async () => {
  const row = (y: number) => [1, 2, 3, 4, 5, 6].flatMap((x) => [x, y]);
  scene.setPositions(Float32Array.from([...row(1), ...row(2), ...row(3)]));
  const groups = Array.from({ length: 18 }, (_, i) => (i < 6 ? MISSING_INDEX : FIRST_INDEX));
  scene.setColors(Uint8Array.from(groups), palette);
  scene.setSizes(Float32Array.from({ length: 18 }, (_, i) => [0.5, 1, 1.5, 2, 3, Number.NaN][i % 6]));
  scene.setSelection([12, 13, 14, 15, 16, 17, 0, 1, 2, 3, 4, 5]);
  await rest();
  await expectGolden(await scene.toPng(), 'sizes-and-missing');
});

test('lines lie below or above the points, with heads where asked for, as wide at every zoom', async () => {
  show(2000);
  scene.setLines('below', star(24, { widthPx: 4, opacity: 1, color: [0.9, 0.85, 0.6] }));
  scene.setLines('above', star(7, { above: true, arrow: true }));
  await rest();
  await expectGolden(await scene.toPng(), 'lines');
  scene.camera.zoomAt(WIDTH / 2, HEIGHT / 2, 4);
  scene.redraw();
  await rest();
  await expectGolden(await scene.toPng(), 'lines-close-up');
});

test('what lies over the points is drawn once, although they come in slices', async () => {
  const n = 300_000;
  show(n);
  scene.setLines('above', star(7, { above: true }));
  scene.setSelection([3]);
  await expect.poll(() => scene.pointsDrawn, { timeout: 20_000 }).toBe(n);
  const shown = await new Promise<Blob>((resolve) => scene.surface.canvas.toBlob((blob) => resolve(blob!)));
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(await (await scene.toPng()).arrayBuffer()));
});
