import axe from 'axe-core';
import { expect, test } from 'vitest';
import { clusteredMap, clusteredVectors, type FakedMap } from '../../harness/embedding-map';
import { eventually, until } from '../../harness/eventually';
import { frames, mountFaked, part, record } from '../../harness/mount';

const N = 60;
const { positions, columns } = clusteredMap(N);
const contexts = Array.from({ length: N }, (_, i) => ({ text: `Here stands word ${i} in its sentence.`, start: 12, end: 17 }));
const data = { ...clusteredVectors(N), positions, contexts, columns };

const body = (map: FakedMap) => map.shadowRoot!.querySelector<HTMLElement>('.drawer-body');
const shows = (map: FakedMap, selector: string) => until(() => map.shadowRoot!.querySelector(selector));

/** What a user may see, one after the other; each goes on where the one before has ended. */
const states: Record<string, (map: FakedMap) => Promise<unknown> | void> = {
  'search with results': async (map) => {
    Object.assign(map, { panel: 'search', query: 'word 1' });
    await shows(map, '#matches [role="option"]');
  },
  'search that cannot be': async (map) => {
    Object.assign(map, { searchMode: 'regex', query: '(' });
    await shows(map, '[role="alert"]');
  },
  'neighbours of a pinned point': async (map) => {
    Object.assign(map, { query: '', searchMode: 'substring', pinned: 3, panel: 'neighbors' });
    await shows(map, '.neighbors li');
  },
  'selection with sets': async (map) => {
    map.panel = 'selection';
    map.select([1, 2, 3, 4]);
    map.saveSet('first');
    map.select([3, 4, 5, 6, 7]);
    map.saveSet('<second>');
    await shows(map, '.lifts');
  },
  labels: (map) => void Object.assign(map, { panel: 'labels', contours: true }),
  'colours, categories and sizes': (map) => void Object.assign(map, { panel: 'colors', contours: false, colorBy: 'group', sizeBy: 'rank' }),
  'colours of numbers': (map) => void Object.assign(map, { colorBy: 'rank', sizeBy: '' }),
  axis: async (map) => {
    Object.assign(map, { panel: 'axes', axis: 'word 1 … word 2', colorBy: 'axis' });
    await eventually(() => body(map)?.querySelectorAll('button').length).toBeGreaterThan(3);
  },
  analogy: async (map) => {
    const before = body(map)?.innerText;
    map.axis = 'word 1 - word 2 + word 3';
    await eventually(() => body(map)?.innerText).not.toBe(before);
  },
  contexts: async (map) => {
    map.colorBy = 'group';
    await map.explode(5);
    await shows(map, '.kwic');
  },
  'audit before and after': async (map) => {
    map.panel = 'audit';
    await map.audit();
  },
  list: async (map) => {
    Object.assign(map, { panel: 'list', listScope: 'all', listOrder: 'rank' });
    await shows(map, '#listed-points [aria-selected="true"]');
  },
  export: (map) => void (map.panel = 'export'),
  keys: async (map) => {
    map.panel = 'keys';
    await shows(map, '.keys');
  },
  'some points alone': async (map) => {
    Object.assign(map, { panel: '', toolbar: 'auto' });
    void map.isolate([1, 2, 3, 4, 5, 6]);
    await shows(map, '.isolated');
  },
};

test.each([
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'en' },
  { theme: 'light', locale: 'zh-CN' },
  { theme: 'dark', locale: 'zh-CN' },
] as const)('axe finds nothing to mend in any panel: $theme, $locale', { timeout: 120_000 }, async ({ theme, locale }) => {
  const map = await mountFaked({ data, theme, locale, metric: 'euclidean' }, 900, 760);
  const errors = record(map, 'fv-error');
  const found: unknown[] = [];
  for (const [state, reach] of Object.entries(states)) {
    await reach(map);
    await map.updateComplete;
    if (map.panel !== '') await until(() => body(map)?.querySelector(':scope > :not(.drawer-note[role="status"])'));
    await frames(3);
    const { violations } = await axe.run(map);
    found.push(...violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)]));
    const drawer = map.panel === '' ? null : part(map, '.drawer');
    if (drawer && drawer.scrollWidth > drawer.clientWidth) found.push([state, 'wider than its drawer']);
  }
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
});
