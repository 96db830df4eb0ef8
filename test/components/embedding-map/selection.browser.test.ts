import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually, until } from '../../harness/eventually';
import { gridData, mountGrid, type GridMap } from '../../harness/grid-map';
import { frames, part, record, text } from '../../harness/mount';
import { dragMouseHolding, moveMouse, pressMouse, releaseMouse, restOnScreen, type HeldKeys } from '../../harness/pointer-input';

let { map, stage, at }: GridMap = {} as GridMap;

/** Outlines the points in columns c … c + 1 of rows r … r + 1. */
const outline = (c: number, r: number, keys: HeldKeys) =>
  dragMouseHolding(keys, at(c - 0.4, r - 0.2), at(c + 1.5, r - 0.15), at(c + 1.5, r + 1.5), at(c - 0.3, r + 1.5));
const selected = async (ids: number[]) => eventually(() => [...map.selection]).toEqual(ids);
const button = (name: string) => part(map, `button[aria-label="${name}"]`);
const status = () => part(map, '[role="status"].visually-hidden').textContent;

beforeEach(async () => {
  ({ map, stage, at } = await mountGrid());
});

describe('outlining points', () => {
  test('by dragging with Shift selects those within, opens the panel and says how many', async () => {
    const changes = record(map, 'fv-selection-change');
    const panels = record(map, 'fv-panel-change');
    await outline(0, 0, { shift: true });
    await selected([0, 1, 6, 7]);
    expect(changes).toEqual([{ ids: [0, 1, 6, 7] }]);
    expect(panels).toEqual([{ panel: 'selection' }]);
    expect(status()).toBe('4 of 24 points selected.');
    await eventually(() => text(map)).toContain('4 of 24 selected');
  });

  test('shows the outline and the count while it is drawn, and nothing of it afterwards', async () => {
    await pressMouse(at(0.5, 0.5), { shift: true });
    for (const [c, r] of [[3.5, 0.5], [3.5, 2.5], [0.5, 2.5]]) await moveMouse(at(c, r), { shift: true });
    await eventually(() => part(map, '.trace-count').textContent).toBe('6 points');
    expect(part(map, '.trace path').getAttribute('d')).toMatch(/^M.*Z$/);
    await moveMouse(at(0.5, 1.5), { shift: true, alt: true });
    await eventually(() => part(map, '.trace-count').textContent).toMatch(/^−/);
    await releaseMouse(at(0.5, 1.5), { shift: true });
    await selected([7, 8, 9, 13, 14, 15]);
    expect(map.shadowRoot!.querySelector('.trace')).toBeNull();
  });

  test('with Shift and Ctrl is a box between two corners', async () => {
    await dragMouseHolding({ shift: true, ctrl: true }, at(3.5, 3.2), at(0.2, 0.1), at(1.5, 1.5));
    await selected([14, 15, 20, 21]);
  });

  test('adds with Ctrl, removes with Alt, where a tool outlines without Shift', async () => {
    map.tool = 'box';
    await map.updateComplete;
    await dragMouseHolding({}, at(-0.4, -0.2), at(0.5, 2.5));
    await selected([0, 6, 12]);
    await dragMouseHolding({ ctrl: true }, at(0.5, -0.2), at(1.5, 0.5));
    await selected([0, 6, 12, 1]);
    await dragMouseHolding({ alt: true }, at(-0.4, 0.5), at(0.5, 1.5));
    await selected([0, 12, 1]);
  });

  test('by a button that is pressed again to leave, or left by Escape once nothing is selected', async () => {
    const tools = record(map, 'fv-tool-change');
    await userEvent.click(button('Outline points to select'));
    expect([map.tool, tools]).toEqual(['lasso', [{ tool: 'lasso' }]]);
    await eventually(() => button('Outline points to select').getAttribute('aria-pressed')).toBe('true');
    await outline(0, 0, {});
    await selected([0, 1, 6, 7]);
    stage.focus();
    await userEvent.keyboard('{Escape}');
    expect([map.selection, map.tool]).toEqual([[], 'lasso']);
    await userEvent.keyboard('{Escape}');
    expect([map.tool, tools]).toEqual(['pan', [{ tool: 'lasso' }, { tool: 'pan' }]]);
  });

  test('by a finger that rests first', async () => {
    await restOnScreen(650, at(-0.4, -0.2), at(1.5, -0.2), at(1.5, 0.5), at(-0.4, 0.5));
    await selected([0, 1]);
  });

  test('is given up by Escape', async () => {
    await pressMouse(at(-0.4, -0.2), { shift: true });
    await moveMouse(at(1.5, -0.2), { shift: true });
    await moveMouse(at(1.5, 1.5), { shift: true });
    await until(() => map.shadowRoot!.querySelector('.trace'));
    stage.focus();
    await userEvent.keyboard('{Escape}');
    await releaseMouse(at(1.5, 1.5), { shift: true });
    await frames(3);
    expect([map.selection, map.shadowRoot!.querySelector('.trace')]).toEqual([[], null]);
  });
});

describe('steps', () => {
  test('go back and forth by key and by button, with the event', async () => {
    map.select([3]);
    map.select([4, 5], { mode: 'add' });
    const changes = record(map, 'fv-selection-change');
    stage.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(map.selection).toEqual([3]);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(map.selection).toEqual([3, 4, 5]);
    map.panel = 'selection';
    await until(() => map.shadowRoot!.querySelector('.selection-head'));
    await userEvent.click(button('Undo'));
    await userEvent.click(button('Undo'));
    expect([map.selection, changes.map(({ ids }) => ids.length)]).toEqual([[], [1, 3, 1, 0]]);
    await eventually(() => button('Undo').matches(':disabled')).toBe(true);
    await userEvent.click(button('Redo'));
    expect(map.selection).toEqual([3]);
  });

  test('select the others, all but the muted ones', async () => {
    map.select([0, 1, 2]);
    map.limit = 6;
    await map.updateComplete;
    map.invertSelection();
    expect(map.selection).toEqual([3, 4, 5]);
  });

  test('take, keep and drop what is given', () => {
    map.select(new Set([5, 3, 4]));
    map.select([4, 3, 9], { mode: 'intersect' });
    expect(map.selection).toEqual([3, 4]);
    map.select([3], { mode: 'remove' });
    expect(map.selection).toEqual([4]);
    expect(() => map.select([24])).toThrow(/Expected ids from 0 to 23, received 24/);
  });

  test('end with the data; setting it tells no event', async () => {
    map.select([3]);
    map.saveSet('three');
    const changes = record(map, 'fv-selection-change');
    const sets = record(map, 'fv-sets-change');
    map.data = { ...gridData };
    await map.updateComplete;
    expect([map.selection, map.sets.size, map.undo(), changes, sets]).toEqual([[], 0, false, [], []]);
  });
});

describe('the panel', () => {
  const opened = async (ids: number[]) => {
    map.select(ids);
    map.panel = 'selection';
    await until(() => map.shadowRoot!.querySelector('.selection-head'));
  };

  test('lists the selected points and flies to the one that is clicked', async () => {
    await opened([7, 2]);
    const rows = () => [...map.shadowRoot!.querySelectorAll<HTMLElement>('#selected-points .point-list-row')];
    await eventually(() => rows().map((row) => row.textContent.trim())).toEqual(['p7', 'p2']);
    const views = record(map, 'fv-view-change');
    await userEvent.click(rows()[1]);
    await eventually(() => views.length > 0 && Math.abs(views[views.length - 1].x + 0.5) < 0.01).toBe(true);
  });

  test('tells which values of a column set them apart, and the mean of numbers', async () => {
    await opened([0, 1, 2, 6]);
    await eventually(() => part(map, '.lifts').innerText.replaceAll(/\s+/g, ' ').trim()).toBe('row row 0 3 ×3 row 1 1 ×1 number mean 2.25, of all 11.5');
  });

  test('saves, joins, intersects, takes away, renames and deletes sets', async () => {
    const events = record(map, 'fv-sets-change');
    await opened([0, 1, 2]);
    await userEvent.type(part(map, '.named input'), 'first{Enter}');
    expect([...map.sets]).toEqual([['first', [0, 1, 2]]]);
    expect([...events[0].sets.keys()]).toEqual(['first']);
    map.select([2, 3]);
    await map.updateComplete;
    await userEvent.click(button('Add first to the selection'));
    expect(map.selection).toEqual([2, 3, 0, 1]);
    await userEvent.click(button('Take first away from the selection'));
    expect(map.selection).toEqual([3]);
    map.select([2, 3]);
    await userEvent.click(button('Keep what is in first'));
    expect(map.selection).toEqual([2]);
    await userEvent.click(button('Rename first'));
    await until(() => map.shadowRoot!.querySelector('.sets input'));
    await userEvent.keyboard('second{Enter}');
    expect([...map.sets.keys()]).toEqual(['second']);
    await until(() => map.shadowRoot!.querySelector('[aria-label="Delete second"]'));
    await userEvent.click(button('Delete second'));
    expect([map.sets.size, events.length]).toEqual([0, 3]);
  });

  test.each(['light', 'dark'] as const)('has nothing that axe would mend in the %s theme', async (theme) => {
    map.theme = theme;
    map.saveSet('a set', [1, 2]);
    await opened([0, 1, 2]);
    await eventually(() => map.shadowRoot!.querySelector('.lifts')).not.toBeNull();
    const { violations } = await axe.run(map);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('speaks Chinese', async () => {
    map.locale = 'zh-Hans';
    await opened([0, 1, 2]);
    await eventually(() => text(map)).toContain('已选 3 / 24');
  });
});
