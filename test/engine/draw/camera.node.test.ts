import { beforeEach, describe, expect, test } from 'vitest';
import { Camera, FLIGHT_MS } from '../../../src/engine/draw/camera';

let camera: Camera;
let timeMs: number;

/** Runs frames of 16 ms until the camera rests; the number of frames. */
function settle(): number {
  for (let frames = 1; frames < 1000; frames++) {
    timeMs += 16;
    if (!camera.advance(timeMs).moving) return frames;
  }
  throw new Error('the camera never rests');
}

beforeEach(() => {
  camera = new Camera();
  camera.resize({ width: 500, height: 500 });
  timeMs = 1000;
});

describe('following', () => {
  test('takes the first view at once', () => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    expect(camera.advance(timeMs)).toEqual({ changed: true, moving: false });
    expect(camera.view).toEqual({ x: 0, y: 0, scale: 210 });
  });

  test('keeps every point in sight of a layout that doubles twelve times a second', () => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    camera.advance(timeMs);
    for (let frame = 1; frame <= 30; frame++) {
      timeMs += 33;
      const reach = 2 ** (frame * 0.4);
      camera.setBounds({ minX: -reach, maxX: reach / 2, minY: -reach, maxY: reach / 3 });
      camera.advance(timeMs);
      const near = camera.toScreen(-reach, reach / 3);
      const far = camera.toScreen(reach / 2, -reach);
      for (const px of [near.xPx, near.yPx, far.xPx, far.yPx]) {
        expect(px).toBeGreaterThanOrEqual(-0.01);
        expect(px).toBeLessThanOrEqual(500.01);
      }
    }
  });

  test('stays clear of what covers the edges', () => {
    camera.setInsets({ top: 20, right: 0, bottom: 180, left: 0 });
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    camera.advance(timeMs);
    // 300 px between the insets, 40 px of padding.
    expect(camera.view.scale).toBe(110);
    expect(camera.toScreen(-1, 1)).toEqual({ xPx: 140, yPx: 60 });
    expect(camera.toScreen(1, -1)).toEqual({ xPx: 360, yPx: 280 });
  });

  test('glides after a growing layout and comes to rest on the fitting view', () => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    settle();
    camera.setBounds({ minX: -2, maxX: 2, minY: -2, maxY: 2 });
    expect(camera.advance(timeMs + 16).moving).toBe(true);
    expect(camera.view.scale).toBeGreaterThan(105);
    expect(settle()).toBeGreaterThan(5);
    expect(camera.view).toEqual({ x: 0, y: 0, scale: 105 });
    expect(camera.advance(timeMs + 16)).toEqual({ changed: false, moving: false });
  });

  test('ends when the user pans or zooms, and comes back with fit', async () => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    settle();
    camera.panBy(50, 0);
    expect(camera.following).toBe(false);
    const view = camera.view;
    camera.setBounds({ minX: -3, maxX: 3, minY: -3, maxY: 3 });
    settle();
    expect(camera.view).toEqual(view);
    const arrived = camera.fit();
    settle();
    await arrived;
    expect(camera.following).toBe(true);
    expect(camera.view.scale).toBeCloseTo(70, 9);
  });

  test('arrives at once where motion is reduced', () => {
    camera.reducedMotion = true;
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    settle();
    camera.setBounds({ minX: -2, maxX: 2, minY: -2, maxY: 2 });
    expect(camera.advance(timeMs + 16)).toEqual({ changed: true, moving: false });
    expect(camera.view.scale).toBe(105);
  });
});

describe('flying', () => {
  beforeEach(() => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    settle();
  });

  test('takes 400 ms and resolves on arrival', async () => {
    const arrived = camera.flyTo({ minX: 0.5, maxX: 0.5, minY: 0.5, maxY: 0.5 }, 1000);
    expect(settle()).toBe(Math.ceil(FLIGHT_MS / 16) + 1);
    await arrived;
    expect(camera.view).toEqual({ x: 0.5, y: 0.5, scale: 1000 });
  });

  test('brings a single point to the middle of what is not covered, however close it goes', async () => {
    camera.reducedMotion = true;
    camera.setInsets({ top: 0, right: 0, bottom: 100, left: 0 });
    await camera.flyTo({ minX: 0.5, maxX: 0.5, minY: 0.5, maxY: 0.5 }, 1000);
    expect(camera.toScreen(0.5, 0.5)).toEqual({ xPx: 250, yPx: 200 });
  });

  test('resolves where the user takes over', async () => {
    const arrived = camera.flyTo({ minX: 0, maxX: 0.1, minY: 0, maxY: 0.1 });
    camera.advance(timeMs + 16);
    camera.zoomAt(250, 250, 2);
    await arrived;
    expect(camera.advance(timeMs + 32).moving).toBe(false);
  });

  test('is at the target at once where motion is reduced', async () => {
    camera.reducedMotion = true;
    await camera.flyTo({ minX: 0, maxX: 0.2, minY: 0, maxY: 0.2 });
    expect(camera.view.x).toBeCloseTo(0.1, 12);
  });
});

describe('zooming', () => {
  test('is limited to a quarter of the fitting view and a hundred thousand times it', () => {
    camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
    settle();
    for (let i = 0; i < 100; i++) camera.zoomAt(250, 250, 0.1);
    expect(camera.view.scale).toBeGreaterThan(0);
    for (let i = 0; i < 100; i++) camera.zoomAt(250, 250, 10);
    expect(camera.view.scale).toBeCloseTo(210e5, 0);
  });
});

test('a resized viewport keeps the middle, and a following camera fits anew', () => {
  camera.setBounds({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
  settle();
  camera.resize({ width: 1000, height: 1000 });
  expect(camera.view).toEqual({ x: 0, y: 0, scale: 460 });
  camera.panBy(100, 0);
  const { x } = camera.view;
  camera.resize({ width: 500, height: 500 });
  expect(camera.view.x).toBe(x);
  expect(camera.view.scale).toBeCloseTo(210, 9);
});
