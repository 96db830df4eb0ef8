import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually, until } from '../../harness/eventually';
import { gridData, mountGrid, type GridMap } from '../../harness/grid-map';
import { part, record, text } from '../../harness/mount';
import { dragMouse } from '../../harness/pointer-input';

let { map, stage, at }: GridMap = {} as GridMap;

const lists = () => [...map.shadowRoot!.querySelectorAll('.neighbors')].map((list) => [...list.querySelectorAll<HTMLElement>('li')].map((line) => line.innerText.replaceAll(/\s+/g, ' ').trim()));
const found = () => until(() => map.shadowRoot!.querySelector('.neighbors'));
const said = () => part(map, '[role="status"].visually-hidden').textContent;
const button = (name: string) => part(map, `button[aria-label="${name}"]`);
const picture = async () => [...new Uint8Array(await (await map.toPng()).arrayBuffer())].join(' ');

async function pin(id: number): Promise<void> {
  map.pinned = id;
  map.panel = 'neighbors';
  await found();
}

beforeEach(async () => {
  ({ map, stage, at } = await mountGrid({ neighborCount: 5 }));
});

afterEach(() => vi.restoreAllMocks());

describe('a pinned point', () => {
  // Of 24 points ranks beyond 12 are far. Point 0 and point 23 have each other's vectors.
  test('is the one that is clicked: its card tells the nearest in the data and what the map made of them', async () => {
    const pins = record(map, 'fv-pin-change');
    const panels = record(map, 'fv-panel-change');
    await dragMouse(at(1, 0), at(1, 0));
    await found();
    expect([pins, panels, map.pinned, map.selection]).toEqual([[{ id: 1, label: 'p1' }], [{ panel: 'neighbors' }], 1, [1]]);
    const [nearest, onMap] = lists();
    expect(nearest.map((line) => line.split(' ').slice(0, 2))).toEqual([['p2', '1'], ['p7', '1'], ['p23', '1'], ['p6', '1.414'], ['p8', '1.414']]);
    expect(nearest[2]).toBe('p23 1 map 23');
    expect(nearest[0]).toBe('p2 1 map 2');
    expect(onMap).toEqual(['p0 5 data 23']);
    expect(text(map)).toContain('4 of 5 near on the map, too');
    expect(text(map)).toContain('1 far away there: beyond rank 12');
    expect(text(map)).toContain('1 of the 5 nearest on the map: beyond rank 12 in the data');
    expect(said()).toBe('p1. Nearest by Euclidean: p2, p7, p23.');
  });

  test('is joined by lines with its neighbours, as long as it is pinned', async () => {
    const before = await picture();
    const pins = record(map, 'fv-pin-change');
    await pin(1);
    await eventually(async () => (await picture()) === before).toBe(false);
    expect(part(map, '.pin-mark')).toBeTruthy();
    map.pinned = null;
    await eventually(async () => (await picture()) === before).toBe(true);
    expect([map.shadowRoot!.querySelector('.pin-mark'), pins]).toEqual([null, []]);
  });

  test('has as many neighbours as asked for, by another distance where asked for', async () => {
    await pin(8);
    expect(lists()[0]).toHaveLength(5);
    map.neighborCount = 10;
    await eventually(() => lists()[0]?.length).toBe(10);
    await userEvent.selectOptions(part(map, '.neighbor-settings select'), 'dot');
    expect(map.neighborMetric).toBe('dot');
    const expected = (await map.neighbors(8, 10, 'dot')).map(({ id }) => `p${id}`);
    await eventually(() => lists()[0]?.map((line) => line.split(' ')[0])).toEqual(expected);
    expect(text(map)).toContain('Nearest in the data · dot product');
  });

  test('is let go of by a click on empty ground, by Escape and by closing the card', async () => {
    const pins = record(map, 'fv-pin-change');
    const unpinned = async () => {
      await eventually(() => map.pinned).toBeNull();
      expect(map.panel).toBe('');
    };
    await pin(1);
    await dragMouse(at(0.5, 1.5), at(0.5, 1.5));
    await unpinned();
    await pin(1);
    stage.focus();
    await userEvent.keyboard('{Escape}');
    await unpinned();
    await pin(1);
    await userEvent.click(button('Close'));
    await unpinned();
    expect(pins.map(({ id }) => id)).toEqual([null, null, null]);
  });

  test('stays pinned while another panel is open', async () => {
    await pin(1);
    map.panel = 'selection';
    await until(() => map.shadowRoot!.querySelector('.selection-head'));
    expect(map.pinned).toBe(1);
  });

  test('ends with the data', async () => {
    await pin(1);
    map.data = { ...gridData };
    await map.updateComplete;
    expect(map.pinned).toBeNull();
  });
});

describe('walking', () => {
  test('by arrow keys goes to the nearest in the data in that direction on the map, and back with Alt', async () => {
    await pin(8);
    stage.focus();
    const walk = async (keys: string, id: number) => {
      await until(() => said().startsWith(`p${map.pinned}.`));
      await userEvent.keyboard(keys);
      await eventually(() => map.pinned).toBe(id);
    };
    await walk('{ArrowUp}', 2);
    await walk('{ArrowLeft}', 1);
    // The point beside it on the map is far away in the data.
    await walk('{ArrowDown}', 7);
    await walk('{Alt>}{ArrowLeft}{/Alt}', 1);
    await walk('{Alt>}{ArrowLeft}{/Alt}', 2);
    await walk('{Alt>}{ArrowLeft}{/Alt}', 8);
  });

  test('says where there is no point', async () => {
    await pin(2);
    await until(() => said().startsWith('p2.'));
    stage.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(map.pinned).toBe(2);
    await eventually(said).toBe('No point in that direction.');
  });

  test('by the list goes to the neighbour that is clicked, and brings it into sight', async () => {
    const views = record(map, 'fv-view-change');
    await pin(1);
    await userEvent.click(map.shadowRoot!.querySelectorAll<HTMLElement>('.neighbors button')[2]);
    expect(map.pinned).toBe(23);
    await eventually(() => views.length).toBeGreaterThan(0);
    await userEvent.click(button('Back to the point before'));
    expect(map.pinned).toBe(1);
  });

  test('pans without a pinned point', async () => {
    const views = record(map, 'fv-view-change');
    stage.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await eventually(() => views.length).toBeGreaterThan(0);
  });
});

describe('the list', () => {
  test('is copied as a table', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await pin(1);
    await userEvent.click(button('Copy as a table (TSV)'));
    expect(write.mock.calls[0][0].split('\n').slice(0, 2)).toEqual(['kind\trank\tlabel\tid\tEuclidean\tmap rank', 'near\t1\tp2\t2\t1\t2']);
    await eventually(said).toBe('5 neighbours copied.');
  });

  test.each(['light', 'dark'] as const)('has nothing that axe would mend in the %s theme', async (theme) => {
    map.theme = theme;
    await pin(1);
    const { violations } = await axe.run(map);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('speaks Chinese', async () => {
    map.locale = 'zh-Hans';
    await pin(1);
    expect(text(map)).toContain('数据中的最近邻 · 欧氏');
  });
});

test('the neighbours of a row that is none are an error', async () => {
  await expect(map.neighbors(24)).rejects.toThrow('Expected ids from 0 to 23, received 24');
});
