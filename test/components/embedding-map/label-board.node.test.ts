import { describe, expect, test } from 'vitest';
import { LabelBoard, type LabelScene } from '../../../src/components/embedding-map/labels/label-board';
import type { DrawnLabel, LabelPainter, LabelText } from '../../../src/components/embedding-map/labels/label-painter';
import { Camera, LabelPyramid, type NamedRegion } from '../../../src/engine';
import { evenly } from '../../engine/labels/cloud';

const N = 4000;
const SIDE = 100;
const positions = evenly(N, 7, SIDE);
const labels = Array.from({ length: N }, (_, i) => `word${i}`);
const pyramid = await LabelPyramid.build(positions);

/** Letters of equal width. */
const painter = {
  measure: ({ lines, fontPx }: LabelText) => ({ widthPx: 0.6 * fontPx * Math.max(...lines.map((line) => line.length)), heightPx: 1.2 * fontPx * lines.length }),
} as unknown as LabelPainter;

function board(change: Partial<LabelScene> = {}): { board: LabelBoard; scene: LabelScene; camera: Camera; show: () => string[] } {
  const camera = new Camera();
  camera.resize({ width: 800, height: 600 });
  camera.setBounds({ minX: -SIDE / 2, maxX: SIDE / 2, minY: -SIDE / 2, maxY: SIDE / 2 });
  camera.advance(0);
  const scene: LabelScene = { camera, positions, labels, pointPx: 3, pixelRatio: 1, pyramid, ranks: null, regions: [], selected: [], named: [], hovered: -1, muted: null, ...change };
  const made = new LabelBoard(painter);
  let timeMs = 0;
  return {
    board: made, scene, camera,
    show: () => {
      made.update(scene, (timeMs += 16), true);
      return made.labels.map(({ label }) => label.text.lines.join(' '));
    },
  };
}

const region = (id: number, x: number, y: number, points = 500): NamedRegion => ({ id, level: 0, x, y, radius: 10, points, words: [`region${id}`, 'of', 'words'] });

function overlapping(drawn: readonly DrawnLabel[]): number {
  const boxes = drawn.map(({ box }) => box);
  return boxes.filter((a, i) => boxes.some((b, j) => j < i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
}

describe('labels on show', () => {
  test('are many, of important points, and none over another', () => {
    const { board: made, show } = board();
    const words = show();
    expect(words.length).toBeGreaterThan(30);
    expect(words.length).toBeLessThanOrEqual(300);
    expect(words).toContain('word0');
    expect(overlapping(made.drawn)).toBe(0);
  });

  test('stay while the map is panned: those whose points are still in sight, on the side where they were', () => {
    const { board: made, camera, scene, show } = board();
    camera.zoomAt(400, 300, 4);
    show();
    for (let step = 0; step < 40; step++) {
      const before = new Map(made.labels.map(({ label }) => [label.text.lines[0], label.box]));
      camera.panBy(5, -3);
      const after = new Map((show(), made.labels).map(({ label }) => [label.text.lines[0], label.box]));
      for (const [word, box] of before) {
        const id = labels.indexOf(word);
        const { xPx, yPx } = camera.toScreen(positions[2 * id], positions[2 * id + 1]);
        if (xPx < 0 || yPx < 0 || xPx > 800 || yPx > 600) continue;
        expect(after.get(word)?.left).toBeCloseTo(box.left + 5, 6);
        expect(after.get(word)?.top).toBeCloseTo(box.top - 3, 6);
      }
    }
    expect(scene.camera).toBe(camera);
  });

  test('stay while one zooms in, and give way to more', () => {
    const { camera, show } = board();
    const before = show();
    camera.zoomAt(400, 300, 1.3);
    const inSight = (word: string) => {
      const id = labels.indexOf(word);
      const { xPx, yPx } = camera.toScreen(positions[2 * id], positions[2 * id + 1]);
      return xPx > 0 && yPx > 0 && xPx < 800 && yPx < 600;
    };
    const after = show();
    expect(before.filter(inSight).filter((word) => !after.includes(word))).toEqual([]);
    expect(after.length).toBeGreaterThan(before.filter(inSight).length);
  });

  test('name nearly every point once there is room', () => {
    const { camera, show } = board();
    camera.zoomAt(400, 300, 24);
    let points = 0;
    let missing = 0;
    for (let step = 0; step < 12; step++) {
      camera.panBy(500, 0);
      const { view } = camera;
      const shown = new Set(show());
      for (const [id, word] of labels.entries()) {
        if (Math.abs(positions[2 * id] - view.x) > 380 / view.scale || Math.abs(positions[2 * id + 1] - view.y) > 280 / view.scale) continue;
        points++;
        if (!shown.has(word)) missing++;
      }
    }
    expect(points).toBeGreaterThan(50);
    expect(missing / points).toBeLessThan(0.1);
  });

  test('go one by one as the zoom widens, not all of a level at once', () => {
    const { camera, show } = board();
    camera.zoomAt(400, 300, 8);
    let before = show();
    for (let step = 0; step < 60; step++) {
      camera.zoomAt(400, 300, 1 / 1.03);
      const after = new Set(show());
      expect(before.filter((word) => !after.has(word)).length).toBeLessThanOrEqual(0.15 * before.length);
      before = [...after];
    }
  });
});

describe('regions', () => {
  const regions = [region(0, 26, -15, 80), region(1, -20, 10), region(2, 25, -15)];

  test('have their names before the points have theirs, the larger region first, clear of all', () => {
    const { board: made, show } = board({ regions });
    show();
    const names = made.labels.filter((label) => label.region).map((label) => label.region!.id);
    expect(names).toEqual([1, 2]);
    expect(overlapping(made.drawn)).toBe(0);
    expect(made.labels.length).toBeGreaterThan(12);
  });

  test('are larger than points, the larger the more points they have', () => {
    const { board: made, show } = board({ regions: [region(0, -20, 10, 5000), region(1, 20, -15, 50)] });
    show();
    const size = (id: number) => made.labels.find((label) => label.region?.id === id)!.label.text.fontPx;
    expect(size(0)).toBeGreaterThan(size(1));
    for (const { label, region: named } of made.labels) if (!named) expect(label.text.fontPx).toBeLessThan(size(1));
  });
});

describe('marked points', () => {
  test('have their labels whatever their rank, the hovered one even without labels of points', () => {
    const { show, scene } = board({ selected: [3999, 3998], hovered: 3997 });
    expect(show()).toEqual(expect.arrayContaining(['word3999', 'word3998', 'word3997']));
    scene.pyramid = null;
    expect(show().sort()).toEqual(['word3997', 'word3998', 'word3999']);
  });

  test('such as a pinned one and its neighbours come before regions and all others, and stay clear of each other', () => {
    const { show, board: made } = board({ named: [3990, 3980, 3970], selected: [3990] });
    expect(show()).toEqual(expect.arrayContaining(['word3990', 'word3980', 'word3970']));
    const opacityOf = (word: string) => made.drawn.find(({ text }) => text.lines[0] === word)!.opacity;
    expect([opacityOf('word3980'), opacityOf('word3970')]).toEqual([1, 1]);
    const crowded = board({ named: Array.from({ length: 12 }, (_, i) => 3999 - i), pyramid: null, positions: new Float32Array(positions.length) });
    expect(crowded.show()).toContain('word3999');
    expect(crowded.show().length).toBeLessThan(8);
  });

  test('come first where many are selected, and the others are dimmed', () => {
    const selected = Array.from({ length: 1000 }, (_, i) => 3000 + i);
    const { board: made, show } = board({ selected });
    show();
    const opacity = new Map(made.drawn.map((label) => [Number(label.text.lines[0].slice(4)), label.opacity]));
    const marked = [...opacity].filter(([id]) => id >= 3000);
    expect(marked.length).toBeGreaterThan(40);
    expect(marked.every(([, value]) => value === 1)).toBe(true);
    for (const [id, value] of opacity) if (id < 3000) expect(value).toBeLessThan(1);
  });

  test('that are muted have none', () => {
    const muted = new Uint8Array(N);
    for (let id = 0; id < 2000; id++) muted[id] = 1;
    expect(board({ muted }).show().filter((word) => Number(word.slice(4)) < 2000)).toEqual([]);
  });
});

describe('a label that comes or goes', () => {
  test('fades within 120 ms, following its point', () => {
    const { board: made, scene, camera } = board();
    scene.pyramid = null;
    scene.hovered = 5;
    expect(made.update(scene, 1000, false)).toBe(true);
    expect(made.drawn.map(({ opacity }) => opacity)).toEqual([0]);
    expect(made.update(scene, 1060, false)).toBe(true);
    expect(made.drawn[0].opacity).toBeCloseTo(0.5);
    expect(made.update(scene, 1120, false)).toBe(false);
    expect(made.drawn[0].opacity).toBe(1);

    const { left } = made.drawn[0].box;
    scene.hovered = -1;
    camera.panBy(30, 0);
    expect(made.update(scene, 2000, false)).toBe(true);
    expect(made.drawn[0].box.left).toBeCloseTo(left + 30);
    expect(made.labels).toEqual([]);
    expect(made.update(scene, 2120, false)).toBe(false);
    expect(made.drawn).toEqual([]);
  });

  test('does so at once where motion is reduced', () => {
    const { board: made, scene } = board({ pyramid: null, hovered: 5 });
    expect(made.update(scene, 1000, true)).toBe(false);
    expect(made.drawn[0].opacity).toBe(1);
    scene.hovered = -1;
    expect(made.update(scene, 1016, true)).toBe(false);
    expect(made.drawn).toEqual([]);
  });
});
