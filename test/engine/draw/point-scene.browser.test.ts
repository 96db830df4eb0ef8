import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundsOf, buildPalette, FIRST_INDEX, PointScene, surfaceResources } from '../../../src/engine';
import { clusteredMap } from '../../harness/embedding-map';
import { expectGolden } from '../../harness/golden';

const WIDTH = 320;
const HEIGHT = 240;
const palette = buildPalette({
  categories: [[0.26, 0.41, 0.82], [0.94, 0.69, 0.09], [1, 0.45, 0.36], [0.42, 0.77, 0.69]], repeatTowards: [0, 0, 0], other: [0.7, 0.7, 0.7], missing: [0.8, 0.8, 0.8],
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

test('new positions of the same points reuse the buffers', async () => {
  const positions = show(1000);
  await rest();
  const { buffers } = surfaceResources();
  scene.setPositions(positions.map((value) => value * 2));
  await rest();
  expect(surfaceResources().buffers).toBe(buffers);
  expect(scene.camera.bounds).toEqual(boundsOf(positions.map((value) => value * 2)));
});

test('gives all GPU objects back', async () => {
  show(1000);
  await rest();
  expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
  scene.dispose();
  expect(surfaceResources()).toEqual(before);
});

test('comes back by itself after a lost context', async () => {
  show(2000);
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
