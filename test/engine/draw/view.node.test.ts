import { describe, expect, test } from 'vitest';
import { boundsOf, easeInOut, fitted, interpolateViews, panned, toLayout, toScreen, zoomedAt, type View } from '../../../src/engine/draw/view';
import { createRandom } from '../../../src/engine/random';

const viewport = { width: 800, height: 600 };
const limits = { min: 1e-3, max: 1e6 };

describe('a view', () => {
  test('puts its own middle into the middle of the viewport, y upwards', () => {
    const view = { x: 3, y: -2, scale: 10 };
    expect(toScreen(view, viewport, 3, -2)).toEqual({ xPx: 400, yPx: 300 });
    expect(toScreen(view, viewport, 4, -1)).toEqual({ xPx: 410, yPx: 290 });
  });

  test('maps screen to layout as the inverse of layout to screen', () => {
    const random = createRandom(1);
    for (let i = 0; i < 100; i++) {
      const view = { x: random() * 100, y: random() * 100, scale: 10 ** (6 * random() - 3) };
      const { x, y } = toLayout(view, viewport, 800 * random(), 600 * random());
      const { xPx, yPx } = toScreen(view, viewport, x, y);
      const back = toLayout(view, viewport, xPx, yPx);
      expect(back.x).toBeCloseTo(x, 6);
      expect(back.y).toBeCloseTo(y, 6);
    }
  });

  test('pans with the pointer: the layout point under it stays under it', () => {
    const view = { x: 1, y: 2, scale: 7 };
    const grabbed = toLayout(view, viewport, 100, 200);
    const after = toScreen(panned(view, 30, -40), viewport, grabbed.x, grabbed.y);
    expect(after.xPx).toBeCloseTo(130, 9);
    expect(after.yPx).toBeCloseTo(160, 9);
  });

  test('zooms at the cursor: the layout point under it stays there', () => {
    const view = { x: 1, y: 2, scale: 7 };
    const under = toLayout(view, viewport, 123, 456);
    const zoomed = zoomedAt(view, viewport, 123, 456, 3, limits);
    expect(zoomed.scale).toBeCloseTo(21, 12);
    const after = toScreen(zoomed, viewport, under.x, under.y);
    expect(after.xPx).toBeCloseTo(123, 9);
    expect(after.yPx).toBeCloseTo(456, 9);
  });

  test('stops at the zoom limits without drifting', () => {
    const view = { x: 1, y: 2, scale: 7 };
    expect(zoomedAt(view, viewport, 0, 0, 100, { min: 1, max: 7 })).toEqual(view);
  });
});

describe('fitting', () => {
  test('shows the whole box with the padding', () => {
    const bounds = { minX: -5, maxX: 15, minY: 0, maxY: 4 };
    const view = fitted(bounds, viewport, 50);
    expect(view).toEqual({ x: 5, y: 2, scale: 35 });
    expect(toScreen(view, viewport, -5, 0).xPx).toBe(50);
  });

  test('shows a single point, and points in one place, at scale 1', () => {
    expect(fitted({ minX: 2, maxX: 2, minY: 3, maxY: 3 }, viewport, 10)).toEqual({ x: 2, y: 3, scale: 1 });
  });

  test('keeps a finite positive scale in a viewport smaller than its padding', () => {
    expect(fitted({ minX: 0, maxX: 1, minY: 0, maxY: 1 }, { width: 10, height: 10 }, 40).scale).toBe(1);
  });
});

describe('flying', () => {
  const a: View = { x: 0, y: 0, scale: 1 };
  const b: View = { x: 10, y: -4, scale: 64 };

  test('starts and arrives exactly', () => {
    expect(interpolateViews(a, b, 0)).toEqual(a);
    const end = interpolateViews(a, b, 1);
    expect(end.x).toBeCloseTo(b.x, 12);
    expect(end.y).toBeCloseTo(b.y, 12);
    expect(end.scale).toBeCloseTo(b.scale, 12);
  });

  test('zooms geometrically around one fixed screen point', () => {
    expect(interpolateViews(a, b, 0.5).scale).toBeCloseTo(8, 12);
    // The layout point whose screen place is the same in both views.
    const fixedX = (b.x * b.scale - a.x * a.scale) / (b.scale - a.scale);
    const places = [0, 0.25, 0.5, 0.75, 1].map((t) => toScreen(interpolateViews(a, b, t), viewport, fixedX, 0).xPx);
    for (const place of places) expect(place).toBeCloseTo(places[0], 6);
  });

  test('pans in a straight line at equal scales', () => {
    expect(interpolateViews(a, { ...b, scale: 1 }, 0.25)).toEqual({ x: 2.5, y: -1, scale: 1 });
  });

  test('eases in and out, symmetrically', () => {
    expect([0, 0.5, 1].map(easeInOut)).toEqual([0, 0.5, 1]);
    expect(easeInOut(0.2) + easeInOut(0.8)).toBeCloseTo(1, 12);
    expect(easeInOut(0.1)).toBeLessThan(0.1);
  });
});

describe('bounds', () => {
  const positions = Float32Array.of(0, 1, -2, 5, 3, -4);

  test('hold all points, or those asked for', () => {
    expect(boundsOf(positions)).toEqual({ minX: -2, maxX: 3, minY: -4, maxY: 5 });
    expect(boundsOf(positions, [0, 1])).toEqual({ minX: -2, maxX: 0, minY: 1, maxY: 5 });
  });

  test('are null without points', () => {
    expect(boundsOf(new Float32Array(0))).toBeNull();
    expect(boundsOf(positions, [])).toBeNull();
  });
});
