import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ViewDetail } from '../../../src/components/events';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record } from '../../harness/mount';
import { dragMouse, touchScreen, turnWheel, type Place } from '../../harness/pointer-input';

// Four points: the corners of a square of 4 units around the origin.
const square = {
  positions: Float32Array.of(-2, -2, 2, -2, -2, 2, 2, 2),
  labels: ['south west', 'south east', 'north west', 'north east'],
  contexts: [{ text: 'to the south west of here', start: 7, end: 17 }, 'plain', '', 'x'],
  columns: { side: ['west', 'east', 'west', null] },
};

// 400 px high with 32 px of padding: 84 px a unit around (300, 200).
const place = (id: number) => ({ x: 300 + 84 * square.positions[2 * id], y: 200 - 84 * square.positions[2 * id + 1] });

let map: FakedMap;
let stage: HTMLElement;
let views: ViewDetail[];

/** A place over the map, in the page. */
function inPage(x: number, y: number): Place {
  const { left, top } = stage.getBoundingClientRect();
  return { x: left + x, y: top + y };
}

const last = <Item>(items: Item[]): Item => items[items.length - 1];
const hover = (id: number) => userEvent.hover(stage, { position: place(id) });
const click = (id: number) => userEvent.click(stage, { position: place(id) });

beforeEach(async () => {
  map = await mountFaked({ data: square });
  stage = part(map, '.stage');
  views = record(map, 'fv-view-change');
  // The first view is on the screen; what follows is the test's.
  await vi.waitUntil(() => views.length === 1);
  views.length = 0;
});

describe('the pointer', () => {
  test('over a point shows its card, its context with the own span marked, and says so', async () => {
    const hovers = record(map, 'fv-point-hover');
    await hover(0);
    await map.updateComplete;
    expect(last(hovers)).toEqual({ id: 0, label: 'south west' });
    const card = part(map, '.card');
    expect(card.hidden).toBe(false);
    expect(part(map, '.card-label').textContent).toBe('south west');
    expect(part(map, '.card mark').textContent).toBe('south west');
    expect(part(map, '.card-context').textContent).toBe('to the south west of here');
    expect(part(map, '.card dd').textContent).toBe('west');
    const box = card.getBoundingClientRect();
    const outer = map.getBoundingClientRect();
    expect(box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom).toBe(true);
  });

  test('shows the names of columns whole, and no line for an empty context', async () => {
    map.data = { ...square, columns: { 'a rather long name of a column': ['a value that is long enough to take more than one line of the card', 'b', 'c', 'd'] } };
    await map.updateComplete;
    await hover(0);
    await map.updateComplete;
    const name = part(map, '.card dt');
    expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
    expect(part(map, '.card dd').clientHeight).toBeGreaterThan(name.clientHeight / 2);
    await hover(2);
    await map.updateComplete;
    expect(map.shadowRoot!.querySelector('.card-context')).toBeNull();
  });

  test('off the point hides the card', async () => {
    const hovers = record(map, 'fv-point-hover');
    await hover(3);
    await userEvent.hover(stage, { position: { x: 300, y: 200 } });
    await map.updateComplete;
    expect(last(hovers)).toEqual({ id: null, label: null });
    expect(part(map, '.card').hidden).toBe(true);
  });

  test('that drags pans, and does not click', async () => {
    const clicks = record(map, 'fv-point-click');
    await dragMouse(inPage(200, 200), inPage(240, 200), inPage(284, 200));
    await frames();
    expect(clicks).toEqual([]);
    expect(last(views)).toMatchObject({ y: 0, following: false });
    expect(last(views).x).toBeCloseTo(-1, 5);
  });

  test('wheel zooms at the cursor', async () => {
    let prevented = false;
    stage.addEventListener('wheel', (event) => (prevented = event.defaultPrevented));
    await turnWheel(inPage(place(3).x, place(3).y), -200);
    await expect.poll(() => views.length).toBeGreaterThan(0);
    expect(prevented).toBe(true);
    const { x, y, scale } = last(views);
    expect(scale).toBeCloseTo(84 * Math.exp(0.4), 4);
    expect(300 + (2 - x) * scale).toBeCloseTo(place(3).x, 3);
    expect(200 - (2 - y) * scale).toBeCloseTo(place(3).y, 3);
  });
});

describe('touch', () => {
  test('taps a point from a finger\'s width away: it is pinned with what is known of it, vectors or not', async () => {
    const pins = record(map, 'fv-pin-change');
    const clicks = record(map, 'fv-point-click');
    const { x, y } = place(0);
    await touchScreen([inPage(x + 12, y - 12)]);
    await expect.poll(() => clicks).toEqual([{ id: 0, label: 'south west' }]);
    expect(pins).toEqual([{ id: 0, label: 'south west' }]);
    await vi.waitUntil(() => map.shadowRoot!.querySelector('.pinned-point dd'));
    expect(part(map, '.pinned-point').innerText.replaceAll(/\s+/g, ' ')).toBe('south west to the south west of here side west');
  });

  test('drags', async () => {
    await touchScreen([inPage(200, 200)], [inPage(240, 200)], [inPage(284, 200)]);
    await expect.poll(() => last(views)?.x).toBeCloseTo(-1, 5);
  });

  test('pinches around the middle of two fingers', async () => {
    await touchScreen([inPage(250, 200), inPage(350, 200)], [inPage(225, 200), inPage(375, 200)], [inPage(200, 200), inPage(400, 200)]);
    await expect.poll(() => last(views)?.scale).toBeCloseTo(168, 3);
    expect(last(views).x).toBeCloseTo(0, 5);
  });

  test('is the canvas\'s own: the page does not scroll under it', () => {
    expect(getComputedStyle(stage).touchAction).toBe('none');
  });
});

describe('a click', () => {
  test('selects a point; on empty ground it clears', async () => {
    const clicks = record(map, 'fv-point-click');
    const selections = record(map, 'fv-selection-change');
    await click(1);
    await userEvent.click(stage, { position: { x: 300, y: 200 } });
    expect(clicks).toEqual([{ id: 1, label: 'south east' }, { id: null, label: null }]);
    expect(selections).toEqual([{ ids: [1] }, { ids: [] }]);
  });

  test('with Ctrl adds, with Alt removes', async () => {
    await userEvent.click(stage, { position: place(1), modifiers: ['Control'] });
    await userEvent.click(stage, { position: place(2), modifiers: ['Control'] });
    expect(map.selection).toEqual([1, 2]);
    await userEvent.click(stage, { position: place(1), modifiers: ['Alt'] });
    expect(map.selection).toEqual([2]);
  });
});

describe('the keyboard', () => {
  beforeEach(() => stage.focus());

  test('pans, zooms and fits', async () => {
    await userEvent.keyboard('{ArrowRight}');
    await frames();
    expect(last(views)).toMatchObject({ x: 48 / 84, y: 0, following: false });
    await userEvent.keyboard('+');
    await frames();
    expect(last(views).scale).toBeCloseTo(84 * 1.3, 6);
    await userEvent.keyboard('0');
    await expect.poll(() => last(views)).toMatchObject({ x: 0, y: 0, scale: 84, following: true });
  });

  test('takes the point nearest the middle with Enter, speaks it, and clears with Escape', async () => {
    await map.flyTo([2]);
    await userEvent.keyboard('{Enter}');
    await map.updateComplete;
    expect(map.selection).toEqual([2]);
    expect(part(map, '.root > [role=status]').textContent).toBe('north west');
    await userEvent.keyboard('{Escape}');
    expect(map.selection).toEqual([]);
  });

  test('leaves keys with Ctrl to the page', async () => {
    await userEvent.keyboard('{Control>}0{/Control}');
    await frames();
    expect(views).toEqual([]);
  });
});

describe('methods', () => {
  test('select tells what changed, and refuses ids that name no point', () => {
    const selections = record(map, 'fv-selection-change');
    map.select([3, 1, 3]);
    map.select([3, 1]);
    expect(map.selection).toEqual([3, 1]);
    expect(selections).toEqual([{ ids: [3, 1] }]);
    expect(() => map.select([4])).toThrow('Expected ids from 0 to 3, received 4');
  });

  test('flyTo brings a point to the middle', async () => {
    await map.flyTo([3]);
    await frames();
    expect(last(views)).toMatchObject({ x: 2, y: 2, following: false });
  });

  test('search, toCsv, toPng and toSvg', async () => {
    expect([...(await map.search('EAST'))]).toEqual([1, 3]);
    expect((await map.toCsv()).split('\r\n')[1]).toBe('south west,-2,-2,west');
    const png = await createImageBitmap(await map.toPng());
    expect([png.width, png.height]).toEqual([600 * devicePixelRatio, 400 * devicePixelRatio]);
    expect((await map.toSvg()).match(/<circle/g)).toHaveLength(4);
  });
});

test('a map at rest draws no frame', async () => {
  const big = await mountFaked({ data: clusteredMap(5000), colorBy: 'group' });
  const seen = record(big, 'fv-view-change');
  const canvas = part(big, 'canvas') as HTMLCanvasElement;
  const gl = canvas.getContext('webgl2')!;
  let draws = 0;
  let lastDrawMs = performance.now();
  const drawArrays = gl.drawArrays.bind(gl);
  gl.drawArrays = (...args) => {
    draws++;
    lastDrawMs = performance.now();
    drawArrays(...args);
  };
  // Colours, legend and labels come one after the other, and the camera makes room.
  await vi.waitUntil(() => performance.now() - lastDrawMs > 600, { timeout: 20_000 });
  draws = 0;
  seen.length = 0;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(draws).toBe(0);
  expect(seen).toEqual([]);
  big.select([1]);
  await frames();
  expect(draws).toBeGreaterThan(0);
});

test('colours by a column, with a legend of the most frequent', async () => {
  map.data = clusteredMap(1000);
  map.colorBy = 'group';
  await expect.poll(() => map.shadowRoot!.querySelectorAll('.legend li').length).toBe(8);
  const counts = [...map.shadowRoot!.querySelectorAll('.legend .count')].map((count) => Number(count.textContent));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
  map.colorBy = 'rank';
  await expect.poll(() => [...map.shadowRoot!.querySelectorAll<HTMLInputElement>('.legend .ends input')].map(({ value }) => value)).toEqual(['0', '999']);
});
