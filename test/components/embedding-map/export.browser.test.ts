import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FvEmbeddingMap } from '../../../src/components/embedding-map/fv-embedding-map';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record } from '../../harness/mount';

const data = { ...clusteredMap(300), vectors: Float32Array.from({ length: 900 }, (_, i) => Math.sin(i)), dimensions: 3 };

let map: FakedMap;

beforeEach(async () => {
  map = await mountFaked({ data, colorBy: 'group' });
  await frames(4);
});

/** Opens a page in a frame of its own and waits for its map. */
async function open(page: Blob): Promise<{ map: FvEmbeddingMap; frame: HTMLIFrameElement }> {
  const frame = document.createElement('iframe');
  frame.width = '600';
  frame.height = '400';
  frame.src = URL.createObjectURL(page);
  document.body.append(frame);
  const find = () => frame.contentDocument?.querySelector('fv-embedding-map');
  await vi.waitUntil(() => find()?.status?.state === 'static', { timeout: 60_000 });
  return { map: find()!, frame };
}

describe('a page of its own', () => {
  test('shows the same map without any other file: places, labels, contexts, columns, view, selection and colour', async () => {
    map.select([7, 3]);
    await map.flyTo([7]);
    const opened = await open(await map.toHtml());
    // Of another page's arrays only the values are alike.
    expect([...opened.map.positions!]).toEqual([...map.positions!]);
    expect(opened.map.data!.labels).toEqual(data.labels);
    expect(opened.map.data!.contexts).toEqual(data.contexts);
    expect(opened.map.data!.columns!.group).toEqual(data.columns!.group);
    expect([...opened.map.data!.columns!.rank as Float32Array]).toEqual([...data.columns!.rank as Float32Array]);
    expect(opened.map.data!.vectors).toBeUndefined();
    await vi.waitUntil(() => opened.map.selection.length === 2);
    expect(opened.map.selection).toEqual([7, 3]);
    expect(opened.map.colorBy).toBe('group');
    expect(opened.map.viewState).toBe(map.viewState);
    const loaded = opened.frame.contentWindow!.performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http'));
    expect(loaded.map(({ name }) => name)).toEqual([]);
    // It can be taken away again, from a page that has no other file to take its code from.
    const again = await opened.map.toHtml();
    expect(again.size).toBeGreaterThan(500_000);
    opened.frame.remove();
  });

  test('with the vectors it knows the neighbours', async () => {
    const opened = await open(await map.toHtml({ vectors: true }));
    const expected = await map.neighbors(5, 4);
    expect(await opened.map.neighbors(5, 4)).toEqual(expected);
    opened.frame.remove();
  });

  test('of a map without a layout there is none', async () => {
    const empty = await mountFaked({ data: { labels: ['a', 'b'], vectors: Float32Array.of(1, 2), dimensions: 1 } });
    await expect(empty.toHtml()).rejects.toThrow('Expected a map that is shown');
  });
});

test('a table has a column for every set', async () => {
  map.saveSet('mine', [2, 5]);
  const members = async () => (await map.toCsv()).trim().split('\r\n').slice(1).filter((line) => line.endsWith(',1')).map((line) => line.split(',')[0]);
  expect(await map.toCsv()).toMatch(/^label,x,y,[^\r]*,mine\r\n/);
  expect(await members()).toEqual(['word 2', 'word 5']);
});

describe('the state of the view', () => {
  test('restores view, selection and colour in another map', async () => {
    map.select([1, 2, 3, 20]);
    await map.flyTo([20, 21]);
    const state = map.viewState;
    expect(state).toMatch(/^view=[^&]+&selected=1-3,20&color-by=group$/);
    const other = await mountFaked({ viewState: state });
    other.data = data;
    await vi.waitUntil(() => other.selection.length === 4);
    expect(other.viewState).toBe(state);
  });

  test('with url-state it stands in the address, and is taken from there', async () => {
    const before = location.hash;
    map.urlState = true;
    map.select([4]);
    await vi.waitUntil(() => location.hash.includes('selected=4'), { timeout: 3000 });
    location.hash = 'selected=9&color-by=rank';
    await vi.waitUntil(() => map.selection[0] === 9);
    expect(map.colorBy).toBe('rank');
    map.remove();
    history.replaceState(null, '', before === '' ? location.pathname + location.search : before);
  });
});

describe('the export panel', () => {
  let files: { name: string; size: number }[];

  beforeEach(() => {
    files = [];
    // The browser's own download would leave the page.
    const sizes = new Map<string, number>();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const url = `blob:${sizes.size}`;
      sizes.set(url, (blob as Blob).size);
      return url;
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      files.push({ name: this.download, size: sizes.get(this.href)! });
    });
    return () => vi.restoreAllMocks();
  });

  test('opens with its button, saves every form, closes with Escape and gives the focus back', async () => {
    // Large enough for the toolbar to show its buttons.
    map = await mountFaked({ data, colorBy: 'group' }, 900, 600);
    await frames(4);
    const panels = record(map, 'fv-panel-change');
    await userEvent.click(part(map, '.toolbar [aria-label="Take away"]'));
    await vi.waitUntil(() => map.shadowRoot!.querySelector('.drawer .button.wide'));
    for (const [name, file] of [['SVG, as seen now', 'map.svg'], ['CSV', 'map.csv'], ['TSV', 'map.tsv'], ['PNG, as seen now', 'map.png']]) {
      const button = [...map.shadowRoot!.querySelectorAll<HTMLElement>('.drawer .button.wide')].find(({ textContent }) => textContent === name)!;
      await userEvent.click(button);
      await vi.waitUntil(() => files.some((saved) => saved.name === file), { timeout: 10_000 });
    }
    expect(files.every(({ size }) => size > 1000)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await map.updateComplete;
    expect(map.shadowRoot!.querySelector('.drawer')).toBeNull();
    expect(map.shadowRoot!.activeElement).toBe(part(map, '.toolbar [aria-label="Take away"]'));
    expect(panels).toEqual([{ panel: 'export' }, { panel: '' }]);
  });
});

test('a PNG has the size that was asked for, and the canvas its own again', async () => {
  const canvas = part(map, 'canvas') as HTMLCanvasElement;
  const { width } = canvas;
  const png = await createImageBitmap(await map.toPng({ scale: 3 }));
  expect(png.width).toBe(3 * 600 * devicePixelRatio);
  expect(canvas.width).toBe(width);
  await expect(map.toPng({ scale: 1000 })).rejects.toThrow('choose a smaller scale');
});
