import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually } from '../../harness/eventually';
import { mountGrid } from '../../harness/grid-map';
import { part, record } from '../../harness/mount';
import type { FakedMap } from '../../harness/embedding-map';

const names = (map: FakedMap) => [...map.shadowRoot!.querySelectorAll('#listed-points .point-list-name')].map((name) => name.textContent);
const count = (map: FakedMap) => part(map, '.list-head p').textContent;
const list = (map: FakedMap) => part(map, '#listed-points');
const selected = (map: FakedMap) => [...map.shadowRoot!.querySelectorAll('#listed-points [aria-selected="true"] .point-list-name')].map((name) => name.textContent);

async function opened(properties: Partial<FakedMap> = {}): Promise<FakedMap> {
  const { map } = await mountGrid({ locale: 'en', ...properties });
  part(map, '.buttons [data-panel="list"]').focus();
  await userEvent.keyboard('{Enter}');
  await eventually(() => map.shadowRoot!.querySelector('.list-head')).not.toBeNull();
  return map;
}

test('the list has the points in sight, and follows the view', async () => {
  const map = await opened();
  await eventually(() => count(map)).toBe('24 of 24 in sight');
  map.view = { x: -2.5, y: 1.5, scale: 400 };
  await eventually(() => names(map)).toEqual(['p0', 'p1']);
});

test('arrow keys walk the list and show each point on the map; Enter pins it and flies there, and the keys stay with it', async () => {
  const map = await opened();
  await eventually(() => count(map)).toBe('24 of 24 in sight');
  const hovers = record(map, 'fv-point-hover');
  const pins = record(map, 'fv-pin-change');
  const views = record(map, 'fv-view-change');
  list(map).focus();
  await userEvent.keyboard('{End}{ArrowUp}');
  expect(hovers.at(-1)).toEqual({ id: 22, label: 'p22' });
  await userEvent.keyboard('{Enter}');
  expect(pins).toEqual([{ id: 22, label: 'p22' }]);
  await eventually(() => views.at(-1)?.x).toBeCloseTo(1.5, 1);
  await eventually(() => count(map)).not.toBe('24 of 24 in sight');
  expect(part(map, `#${list(map).getAttribute('aria-activedescendant')} .point-list-name`).textContent).toBe('p22');
  expect(map.panel).toBe('list');
});

test('Space selects and unselects, and the selection of the map is shown', async () => {
  const map = await opened();
  await eventually(() => count(map)).toBe('24 of 24 in sight');
  list(map).focus();
  await userEvent.keyboard('{ArrowDown} {ArrowDown} ');
  expect(map.selection).toEqual([0, 1]);
  await eventually(() => selected(map)).toEqual(['p0', 'p1']);
  expect(part(map, '.root > [role="status"]').textContent).toBe('p1 selected, 2 in all.');
  await userEvent.keyboard(' ');
  expect(map.selection).toEqual([0]);
  map.select([4]);
  await eventually(() => selected(map)).toEqual(['p4']);
});

test('selected points alone, by a column, highest first; muted points are left out of the others', async () => {
  const map = await opened();
  const changes = record(map, 'fv-list-change');
  map.select([3, 17, 9]);
  const [scope, order] = map.shadowRoot!.querySelectorAll<HTMLSelectElement>('.drawer select');
  await userEvent.selectOptions(scope, 'selection');
  await userEvent.selectOptions(order, 'number');
  await userEvent.click(part(map, '.list-order button'));
  await eventually(() => names(map)).toEqual(['p17', 'p9', 'p3']);
  expect(changes.at(-1)).toEqual({ scope: 'selection', order: 'number', descending: true });
  Object.assign(map, { listScope: 'all', query: 'p1', searchMuted: true });
  await eventually(() => names(map).at(-1)).toBe('p1');
  expect(names(map)).toHaveLength(11);
});

test('a click pins, a click on the box or with Ctrl selects', async () => {
  const map = await opened();
  await eventually(() => count(map)).toBe('24 of 24 in sight');
  await userEvent.click(part(map, '#listed-points-2 .point-list-box'));
  expect(map.selection).toEqual([2]);
  await userEvent.click(part(map, '#listed-points-3'), { modifiers: ['Control'] });
  expect(map.selection).toEqual([2, 3]);
  expect(map.pinned).toBeNull();
  await userEvent.click(part(map, '#listed-points-4'));
  expect(map.pinned).toBe(4);
});
