import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CurveScene, surfaceResources, type CurvePicture, type CurvePlot } from '../../../src/engine';
import { expectGolden } from '../../harness/golden';
import { eventually, until } from '../../harness/eventually';

/** A plot of a fixed picture, which counts how often it was drawn. */
class FixedPlot implements CurvePlot {
  readonly context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  drawings = 0;
  accelerated = 0;

  constructor(readonly content: CurvePicture) {
    Object.assign(this.context.canvas, { width: content.width, height: content.height });
  }

  picture = () => this.content;
  drawn = () => void this.drawings++;
  accelerate = () => void this.accelerated++;

  pixel(x: number, y: number): number[] {
    return Array.from(this.context.getImageData(x, y, 1, 1).data.subarray(0, 3));
  }
}

const wave = (height: number, phase = 0) => Float32Array.from({ length: 2 * 61 }, (_, i) => (i % 2 === 0 ? 2.5 * i + 5 : height + 30 * Math.sin(i / 9 + phase)));
const curves: CurvePicture = {
  width: 320, height: 200, ground: [0.98, 0.98, 0.98],
  parts: [
    { kind: 'stroke', points: Float32Array.of(0, 100.5, 320, 100.5), color: [0.85, 0.85, 0.85], widthPx: 1 },
    { kind: 'band', edges: Float32Array.from({ length: 3 * 40 }, (_, i) => (i % 3 === 0 ? (8 * i) / 3 + 4 : (i % 3 === 1 ? 130 : 170) + 10 * Math.sin(i / 12))), color: [0.26, 0.41, 0.82], opacity: 0.2 },
    { kind: 'stroke', points: wave(40), color: [0.26, 0.41, 0.82], widthPx: 2 },
    { kind: 'stroke', points: wave(80), color: [0.9, 0.4, 0.3], widthPx: 1.5, dashPx: [6, 4] },
    { kind: 'stroke', points: wave(150, 1), gaps: Uint8Array.from({ length: 61 }, (_, i) => (i === 20 || i === 21 || i === 40 ? 1 : 0)), color: [0.2, 0.6, 0.3], widthPx: 2 },
  ],
};
const clipped: CurvePicture = {
  width: 40, height: 30, ground: [1, 1, 1], clip: { left: 10, top: 5, width: 20, height: 20 },
  parts: [{ kind: 'stroke', points: Float32Array.of(0, 15, 40, 15), color: [0, 0, 0], widthPx: 6 }],
};
const plain = (color: [number, number, number], width = 40, height = 30): CurvePicture => ({ width, height, ground: color, parts: [] });

let before: ReturnType<typeof surfaceResources>;
const joined: [CurveScene, CurvePlot][] = [];

function show(content: CurvePicture): FixedPlot {
  const plot = new FixedPlot(content);
  const scene = CurveScene.join(plot);
  joined.push([scene, plot]);
  scene.requestDraw(plot);
  return plot;
}

beforeEach(() => {
  before = surfaceResources();
});

function leaveAll(): void {
  for (const [scene, plot] of joined.splice(0)) scene.leave(plot);
}

afterEach(() => {
  leaveAll();
  CurveScene.painter = 'auto';
});

describe('without a GPU', () => {
  test('the 2D canvas draws, at once', async () => {
    const plot = show(curves);
    await Promise.resolve();
    expect(plot.drawings).toBe(1);
    await expectGolden(await new Promise<Blob>((resolve) => plot.context.canvas.toBlob((blob) => resolve(blob!))), 'curves');
    expect([surfaceResources(), plot.accelerated]).toEqual([before, 0]);
  });

  test('once per frame, however often it is asked for', async () => {
    const plot = show(plain([1, 1, 1]));
    const [[scene]] = joined;
    for (let i = 0; i < 5; i++) {
      await Promise.resolve();
      scene.requestDraw(plot);
    }
    expect(plot.drawings).toBe(1);
    await eventually(() => plot.drawings).toBe(2);
  });

  test('parts are cut to the clip, and the ground is not', async () => {
    const plot = show(clipped);
    await until(() => plot.drawings);
    expect([5, 12, 28, 35].map((x) => plot.pixel(x, 15)[0])).toEqual([255, 0, 0, 255]);
  });

  test('a plot that leaves is not drawn any more', async () => {
    const plot = show(curves);
    leaveAll();
    await new Promise(requestAnimationFrame);
    expect(plot.drawings).toBe(0);
  });
});

describe('by WebGL', () => {
  beforeEach(() => {
    CurveScene.painter = 'webgl';
  });

  test('lines, dashes, bands, gaps and lonely points', async () => {
    const plot = show(curves);
    await until(() => plot.drawings);
    await expectGolden(await new Promise<Blob>((resolve) => plot.context.canvas.toBlob((blob) => resolve(blob!))), 'curves');
  });

  test('many plots of many sizes have one context, each its own picture', async () => {
    const plots = Array.from({ length: 30 }, (_, i) => show(plain([(8 * i) / 255, 0, 1], 20 + i, 60 - i)));
    await eventually(() => plots.every(({ drawings }) => drawings === 1)).toBe(true);
    expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
    expect(plots.map((plot, i) => plot.pixel(19 + i, 59 - i)[0])).toEqual(plots.map((_, i) => 8 * i));
  });

  test('the last plot that leaves gives everything back', async () => {
    const plots = [show(curves), show(curves)];
    await eventually(() => plots.every(({ drawings }) => drawings === 1)).toBe(true);
    joined[0][0].leave(plots[0]);
    expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
    leaveAll();
    expect(surfaceResources()).toEqual(before);
  });

  test('parts are cut to the clip, and the ground is not', async () => {
    const plot = show(clipped);
    await until(() => plot.drawings);
    expect([5, 12, 28, 35].map((x) => plot.pixel(x, 15)[0])).toEqual([255, 0, 0, 255]);
  });

  test('plots are told, so that they take a canvas that lies on the GPU', async () => {
    const plot = show(curves);
    await until(() => plot.drawings);
    const later = show(curves);
    expect([plot.accelerated, later.accelerated]).toEqual([1, 1]);
  });

  test('a lost context comes back with the pictures', async () => {
    const plot = show(curves);
    await until(() => plot.drawings);
    const [[scene]] = joined;
    const drawn = plot.pixel(160, 100);
    plot.context.clearRect(0, 0, curves.width, curves.height);
    const lose = scene.context!.getExtension('WEBGL_lose_context')!;
    lose.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 100));
    lose.restoreContext();
    await eventually(() => plot.drawings).toBe(2);
    expect(plot.pixel(160, 100)).toEqual(drawn);
  });
});
