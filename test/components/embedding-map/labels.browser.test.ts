import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record } from '../../harness/mount';
import { dragMouse, turnWheel } from '../../harness/pointer-input';

const data = { ...clusteredMap(3000), contexts: undefined, labels: Array.from({ length: 3000 }, (_, i) => `word${i}`) };

let map: FakedMap;
let stage: HTMLElement;

const regionLabels = () => map.labelsInView().filter(({ kind }) => kind === 'region');
const hasRegions = () => vi.waitUntil(() => regionLabels().length > 0, { timeout: 30_000 });
const scale = (changes: { scale: number }[]) => changes[changes.length - 1]?.scale;

/** Whether anything is drawn on the canvas of labels. */
function inked(): boolean {
  const canvas = part(map, 'canvas.labels') as HTMLCanvasElement;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
}

beforeEach(async () => {
  map = await mountFaked({ data }, 900, 600);
  stage = part(map, '.stage');
  await hasRegions();
});

describe('labels on the map', () => {
  test('name dense regions and points; they lie in sight', () => {
    expect(regionLabels().length).toBeGreaterThanOrEqual(6);
    expect(map.labelsInView().filter(({ kind }) => kind === 'point').length).toBeGreaterThan(10);
    for (const { xPx, yPx, fontPx, kind } of map.labelsInView()) {
      expect(xPx > 0 && yPx > 0 && xPx < 900 && yPx < 600).toBe(true);
      if (kind === 'region') expect(fontPx).toBeGreaterThanOrEqual(15);
      else expect(fontPx).toBeLessThanOrEqual(14);
    }
    expect(map.regions.length).toBeGreaterThanOrEqual(6);
    expect(inked()).toBe(true);
  });

  test('follow the points while the map is dragged', async () => {
    const { left, top } = stage.getBoundingClientRect();
    const before = new Map(map.labelsInView().map((label) => [label.text, label]));
    await dragMouse({ x: left + 450, y: top + 300 }, { x: left + 470, y: top + 310 }, { x: left + 480, y: top + 320 });
    await frames(3);
    const moved = map.labelsInView().filter(({ text }) => before.has(text));
    expect(moved.length).toBeGreaterThan(before.size / 2);
    for (const label of moved) {
      expect(label.xPx - before.get(label.text)!.xPx).toBeCloseTo(30, 1);
      expect(label.yPx - before.get(label.text)!.yPx).toBeCloseTo(20, 1);
    }
  });

  test('become those of other points as the wheel zooms in', async () => {
    const { left, top } = stage.getBoundingClientRect();
    const before = new Set(map.labelsInView().map(({ text }) => text));
    const { xPx, yPx } = regionLabels()[0];
    for (let i = 0; i < 4; i++) await turnWheel({ x: left + xPx, y: top + yPx }, -200);
    await vi.waitUntil(() => map.labelsInView().some(({ text }) => !before.has(text)));
  });

  test('are chosen by a property: points, regions, none', async () => {
    map.labels = 'points';
    await vi.waitUntil(() => map.labelsInView().every(({ kind }) => kind === 'point'));
    expect(map.labelsInView().length).toBeGreaterThan(10);
    map.labels = 'regions';
    await vi.waitUntil(() => map.labelsInView().length > 0 && map.labelsInView().every(({ kind }) => kind === 'region'), { timeout: 30_000 });
    map.labels = 'none';
    await vi.waitUntil(() => map.labelsInView().length === 0);
    await vi.waitUntil(() => !inked());
  });

  test('take their order from a column, and the names of regions from another', async () => {
    map.labels = 'points';
    map.labelPriority = 'rank';
    const ranks = () => map.labelsInView().map(({ text }) => Number(text.slice(4)));
    await vi.waitUntil(() => ranks().includes(2999));
    expect(ranks()).not.toContain(0);
    map.labels = 'regions';
    map.regionNames = 'group';
    await vi.waitUntil(() => regionLabels().some(({ text }) => text.startsWith('noun.')), { timeout: 30_000 });
    for (const { words } of map.regions) expect(words.every((word) => (data.columns!.group as string[]).includes(word))).toBe(true);
  });

  test('are part of a PNG', async () => {
    const pixels = async () => new Uint8Array(await (await map.toPng()).arrayBuffer());
    const named = await pixels();
    map.labels = 'none';
    await vi.waitUntil(() => map.labelsInView().length === 0);
    expect(await pixels()).not.toEqual(named);
    const picture = await createImageBitmap(await map.toPng());
    expect([picture.width, picture.height]).toEqual([Math.round(900 * devicePixelRatio), Math.round(600 * devicePixelRatio)]);
  });

  test('are part of an SVG', async () => {
    const svg = new DOMParser().parseFromString(await map.toSvg(), 'image/svg+xml');
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(map.labelsInView().map(({ text }) => text));
  });

  test('wait for the data: other data has other labels, none has none', async () => {
    map.data = { ...data, labels: data.labels.map((label) => `other${label}`) };
    await vi.waitUntil(() => map.labelsInView().some(({ text }) => text.startsWith('other')), { timeout: 30_000 });
    expect(map.labelsInView().every(({ text }) => text.includes('other'))).toBe(true);
    map.data = null;
    await vi.waitUntil(() => map.labelsInView().length === 0);
  });

  test('come back with an element that was taken out of the page', async () => {
    const { parentNode } = map;
    map.remove();
    await frames();
    expect(map.shadowRoot!.querySelector('canvas.labels')).toBeNull();
    parentNode!.append(map);
    await hasRegions();
    expect(map.shadowRoot!.querySelectorAll('canvas.labels')).toHaveLength(1);
  });
});

describe('the name of a region', () => {
  const place = () => {
    const { xPx, yPx } = regionLabels()[0];
    return { x: xPx, y: yPx };
  };

  test('shows a pointer instead of the points below it', async () => {
    const hovers = record(map, 'fv-point-hover');
    await userEvent.hover(stage, { position: place() });
    expect(getComputedStyle(stage).cursor).toBe('pointer');
    expect(hovers.filter(({ id }) => id !== null)).toEqual([]);
  });

  test('takes a click: the map flies to the region, whose points stay unselected', async () => {
    const views = record(map, 'fv-view-change');
    const clicks = record(map, 'fv-point-click');
    await userEvent.click(stage, { position: place() });
    await vi.waitUntil(() => scale(views) > 10);
    expect(clicks).toEqual([]);
    expect(map.selection).toEqual([]);
  });

  test('with Ctrl selects its points as well', async () => {
    const { points } = map.regions.find(({ words }) => regionLabels()[0].text.startsWith(words[0]))!;
    await userEvent.click(stage, { position: place(), modifiers: ['Control'] });
    await vi.waitUntil(() => map.selection.length > 0);
    expect(map.selection).toHaveLength(points);
    const groups = data.columns!.group as string[];
    const own = map.selection.filter((id) => groups[id] === groups[map.selection[0]]);
    expect(own.length / points).toBeGreaterThan(0.8);
  });
});

describe('the panel of labels', () => {
  beforeEach(async () => {
    map.panel = 'labels';
    await vi.waitUntil(() => map.shadowRoot!.querySelector('.labels-regions'));
  });

  test('sets the properties, with one event a choice', async () => {
    const choices = record(map, 'fv-labels-change');
    await userEvent.selectOptions(part(map, '.labels-choice select'), 'regions');
    expect(choices).toEqual([{ labels: 'regions', labelPriority: '', regionNames: '', contours: false }]);
    expect(map.getAttribute('labels')).toBe('regions');
    await userEvent.click(part(map, '.labels-check input'));
    expect(choices[1].contours).toBe(true);
    map.contours = false;
    map.labels = 'auto';
    await map.updateComplete;
    expect(choices).toHaveLength(2);
  });

  test('lists the regions in sight; Enter on one flies there, and another button selects it', async () => {
    const views = record(map, 'fv-view-change');
    const [visit, select] = part(map, '.labels-regions li').querySelectorAll('button');
    const [largest] = [...map.regions].sort((a, b) => b.points - a.points);
    expect(visit.getAttribute('aria-label')).toContain(largest.words.join(', '));
    await userEvent.click(select);
    expect(map.selection).toHaveLength(largest.points);
    visit.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitUntil(() => scale(views) > 10);
  });
});

test('contours are drawn below the points, and go again', async () => {
  map.labels = 'none';
  await vi.waitUntil(() => map.labelsInView().length === 0);
  const pixels = async () => new Uint8Array(await (await map.toPng()).arrayBuffer());
  const plain = await pixels();
  map.contours = true;
  await vi.waitUntil(async () => (await pixels()).length > 1.05 * plain.length, { timeout: 30_000, interval: 200 });
  map.contours = false;
  await vi.waitUntil(async () => (await pixels()).length < 1.05 * plain.length, { timeout: 30_000, interval: 200 });
});
