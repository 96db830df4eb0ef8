import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record, text } from '../../harness/mount';

const animals = ['cat', 'catfish', 'wild cat', 'concatenate', 'dog', 'Kätzchen', 'cta', '<b>cat</b>'];
const { positions, labels } = clusteredMap(400);
const data = {
  positions,
  labels: [...animals, ...labels.slice(animals.length), `${'a'.repeat(80)}!`].slice(0, 400 - 1).concat(`${'a'.repeat(80)}!`),
  columns: { kind: Array.from({ length: 400 }, (_, i) => (i === 4 ? 'tomcat of a kind' : i % 2 === 0 ? 'even' : null)), rank: Float32Array.from({ length: 400 }, (_, i) => i) },
};

let map: FakedMap;

const rows = () => [...map.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')].map((row) => row.innerText.replaceAll(/\s+/g, ' ').trim());
const marks = () => [...map.shadowRoot!.querySelectorAll('.point-list mark')].map((mark) => mark.textContent);
const note = () => map.shadowRoot!.querySelector('.search-note')?.textContent;
const input = () => part(map, '.search-input') as HTMLInputElement;
const press = (name: string) => userEvent.click(part(map, `button[aria-label="${name}"]`));

/** Opens the search from the keyboard, as a person does. */
async function open(): Promise<void> {
  part(map, '.stage').focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.poll(() => map.shadowRoot!.activeElement?.className).toBe('search-input');
}

/** Types, and waits for the answer. */
async function type(query: string): Promise<void> {
  await userEvent.fill(input(), '');
  const answers = record(map, 'fv-search');
  await userEvent.keyboard(query.replaceAll(/[[{]/g, '$&$&'));
  await vi.waitUntil(() => answers.some((answer) => answer.query === query), { timeout: 10_000 });
  await map.updateComplete;
}

beforeEach(async () => {
  map = await mountFaked({ data, locale: 'en' }, 800, 560);
});

describe('the keyboard', () => {
  test('Ctrl+K opens the search only while the map has the focus; Escape closes it and gives the focus back', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(map.panel).toBe('');
    const panels = record(map, 'fv-panel-change');
    await open();
    expect(map.panel).toBe('search');
    await userEvent.keyboard('{Escape}');
    await map.updateComplete;
    expect(panels).toEqual([{ panel: 'search' }, { panel: '' }]);
    expect(map.shadowRoot!.activeElement).toBe(part(map, '.stage'));
  });

  test('typing counts all matches and lists the best first, the match marked, as text', async () => {
    await open();
    await type('cat');
    expect(note()).toBe('5 of 400 match');
    expect(rows()).toEqual(['cat', 'catfish', 'wild cat', '<b>cat</b>', 'concatenate']);
    await expect.poll(marks).toEqual(['cat', 'cat', 'cat', 'cat', 'cat']);
  });

  test('arrows walk through the matches and show each on the map; Enter flies there and selects', async () => {
    await open();
    await type('cat');
    const hovers = record(map, 'fv-point-hover');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    await map.updateComplete;
    expect(hovers.map(({ label }) => label)).toEqual(['cat', 'catfish', 'wild cat', 'catfish']);
    expect(part(map, `#${input().getAttribute('aria-activedescendant')}`).getAttribute('aria-selected')).toBe('true');
    const views = record(map, 'fv-view-change');
    await userEvent.keyboard('{Enter}');
    expect([...map.selection]).toEqual([1]);
    await expect.poll(() => views.length).toBeGreaterThan(0);
    expect(map.shadowRoot!.activeElement).toBe(input());
  });

  test('a long list has elements only for what is in sight, and the keys reach its end', async () => {
    await open();
    await type('word');
    expect(note()).toBe('391 of 400 match');
    expect(rows().length).toBeLessThan(60);
    for (let i = 0; i < 60; i++) await userEvent.keyboard('{PageDown}');
    await map.updateComplete;
    await frames(2);
    const last = part(map, `#${input().getAttribute('aria-activedescendant')}`);
    expect(last.getAttribute('aria-posinset')).toBe('391');
    const list = part(map, '.point-list').getBoundingClientRect();
    expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(list.bottom + 1);
    await expect.poll(() => last.querySelector('mark')?.textContent).toBe('word');
  });
});

describe('the pointer', () => {
  test('over a match shows the point, off it no more; a click flies there and selects', async () => {
    await open();
    await type('cat');
    const hovers = record(map, 'fv-point-hover');
    await userEvent.hover(part(map, '#matches-2'));
    expect(hovers[hovers.length - 1]).toEqual({ id: 2, label: 'wild cat' });
    await userEvent.hover(input());
    expect(hovers[hovers.length - 1].id).toBeNull();
    await userEvent.click(part(map, '#matches-4'));
    expect([...map.selection]).toEqual([3]);
  });

  test('"select all" selects every match; "mute the rest" is a property', async () => {
    await open();
    await type('cat');
    await userEvent.click(part(map, '.search-actions .button'));
    expect([...map.selection].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 7]);
    const before = await map.toPng();
    await userEvent.click(part(map, '.search-actions .button:last-child'));
    await map.updateComplete;
    expect(map.searchMuted).toBe(true);
    expect(part(map, '.search-actions .button:last-child').getAttribute('aria-pressed')).toBe('true');
    await frames(3);
    expect((await map.toPng()).size).not.toBe(before.size);
  });
});

describe('the mode', () => {
  test('regular expressions; an invalid one gives a message', async () => {
    await open();
    await press('Regular expression');
    await type('^c.*e$');
    expect(rows()).toEqual(['concatenate']);
    await type('(c');
    expect(note()).toMatch(/^Not a regular expression: .*Unterminated group/);
    expect(input().getAttribute('aria-invalid')).toBe('true');
    await type('(c)at$');
    expect(rows()).toEqual(['cat', 'wild cat']);
    expect(map.searchMode).toBe('regex');
  });

  test('one that would never end is ended with a message while the page goes on, and the next query is answered', async () => {
    await open();
    await press('Regular expression');
    let turns = 0;
    const timer = setInterval(() => turns++, 20);
    await type('(a+)+$');
    clearInterval(timer);
    expect(note()).toMatch(/^The pattern takes too long and was ended/);
    expect(turns).toBeGreaterThan(10);
    await type('^dog');
    expect(rows()).toEqual(['dog']);
  });

  test('words with typing errors', async () => {
    await open();
    await press('Allow typing errors');
    await type('concatanete');
    expect(rows()).toEqual(['concatenate']);
    await expect.poll(marks).toEqual(['concatenate']);
    await press('Allow typing errors');
    await map.updateComplete;
    expect(map.searchMode).toBe('substring');
    await expect.poll(note).toBe('None of 400 match');
  });

  test('columns are searched where they are chosen, and the value that matches is shown', async () => {
    await open();
    await userEvent.click(part(map, '.search-columns summary'));
    await userEvent.click(part(map, '.choice input'));
    await type('cat');
    expect(map.searchColumns).toEqual(['kind']);
    expect(note()).toBe('6 of 400 match');
    await expect.poll(() => rows()[5]).toBe('dog kind · tomcat of a kind');
  });
});

describe('the properties', () => {
  test('setting them searches and shows, and fires no event of their own', async () => {
    const answers = record(map, 'fv-search');
    Object.assign(map, { panel: 'search', query: 'kat', searchMode: 'substring' });
    await expect.poll(() => note()).toBe('1 of 400 match');
    expect(input().value).toBe('kat');
    expect(map.shadowRoot!.activeElement).toBeNull();
    expect(answers).toEqual([]);
  });

  test('other data, and another limit, are searched anew', async () => {
    Object.assign(map, { panel: 'search', query: 'cat' });
    await expect.poll(note).toBe('5 of 400 match');
    map.limit = 3;
    await expect.poll(note).toBe('3 of 3 match');
    map.data = { positions: Float32Array.of(0, 0), labels: ['catnip'] };
    await expect.poll(note).toBe('1 of 1 match');
    expect(rows()).toEqual(['catnip']);
  });

  test('colour by match', async () => {
    Object.assign(map, { query: 'cat', colorBy: 'search' });
    await expect.poll(() => text(map)).toContain('no match 395');
  });
});

test('search() gives ids in order of rows; with a limit the best', async () => {
  expect([...(await map.search('CAT'))]).toEqual([0, 1, 2, 3, 7]);
  expect([...(await map.search('cat', { limit: 2 }))]).toEqual([0, 1]);
  expect([...(await map.search('tomcat', { columns: ['kind'] }))]).toEqual([4]);
  expect([...(await map.search('^k.*n$', { mode: 'regex' }))]).toEqual([5]);
  await expect(map.search('x', { columns: ['none'] })).rejects.toMatchObject({ code: 'invalid-option' });
  await expect(map.search('(', { mode: 'regex' })).rejects.toMatchObject({ code: 'invalid-option' });
});

describe('axe finds nothing to mend', () => {
  afterEach(() => {
    map.locale = '';
  });

  test.each([['light', 'cat'], ['dark', 'cat'], ['light', 'nothing like it'], ['dark', '(']] as const)('%s, %j', async (theme, query) => {
    Object.assign(map, { theme, panel: 'search', searchMode: query === '(' ? 'regex' : 'substring', query });
    await expect.poll(() => note() !== undefined).toBe(true);
    await frames(3);
    const { violations } = await axe.run(map);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

test('in Chinese every word is', async () => {
  map.locale = 'zh';
  Object.assign(map, { panel: 'search', query: 'cat' });
  await expect.poll(() => note()).toBe('400 个中有 5 个匹配');
  expect(input().placeholder).toBe('查找点');
  expect(part(map, '.drawer').innerText).toContain('选取全部 5 个');
});
