import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { mountFaked, part, record } from '../../harness/mount';

const WORDS = ['bank', 'river', 'light'];
const AFTER = ['of the town', 'and the sea', '<b>never</b> stops'];
const labels = Array.from({ length: 120 }, (_, i) => WORDS[i % 3]);
const contexts = labels.map((word, i) => ({ text: `In ${2000 - i} the ${word} ${AFTER[Math.floor(i / 3) % 3]}.`, start: 12, end: 12 + word.length }));
for (const context of contexts) {
  context.start = context.text.indexOf(' the ') + 5;
  context.end = context.text.indexOf(' ', context.start);
}
const data = { positions: clusteredMap(120).positions, labels, contexts };

let map: FakedMap;
const lines = () => [...map.shadowRoot!.querySelectorAll<HTMLElement>('.kwic')];
const listed = () => vi.waitUntil(() => lines().length > 0);

beforeEach(async () => {
  map = await mountFaked({ data, labels: 'none' }, 900, 600);
});

test('the occurrences of a word are all points of its label', () => {
  expect(map.occurrences(1)).toEqual(Array.from({ length: 40 }, (_, i) => 3 * i + 1));
  expect(() => map.occurrences(120)).toThrow('ids from 0 to 119');
});

test('exploding a word selects its occurrences and lists them, the word in the middle of each line', async () => {
  const panels = record(map, 'fv-panel-change');
  await map.explode(3);
  await listed();
  expect(map.selection).toEqual(map.occurrences(0));
  expect(panels).toEqual([{ panel: 'contexts' }]);
  expect(part(map, '.contexts-head').textContent).toContain('bank: 40 occurrences');
  const [first] = lines();
  expect([...first.children].map((child) => child.textContent)).toEqual(['In 2000 the ', 'bank', ' of the town.']);
  const middles = lines().map((line) => line.querySelector('mark')!.getBoundingClientRect().left);
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1);
});

test('a click on a point lists the occurrences of its word; text is text', async () => {
  map.panel = 'contexts';
  await vi.waitUntil(() => map.shadowRoot!.querySelector('.drawer-body')?.textContent.includes('Click a point'));
  map.select([7]);
  await listed();
  expect(part(map, '.contexts-head').textContent).toContain('river: 40 occurrences');
  expect(map.shadowRoot!.querySelector('.kwic b')).toBeNull();
  expect(lines().some((line) => line.textContent.includes('<b>never</b>'))).toBe(true);
  map.select([8]);
  await vi.waitUntil(() => part(map, '.contexts-head').textContent.includes('light'));
});

test('lines are sorted by the words beside the word', async () => {
  await map.explode(0);
  await listed();
  await userEvent.selectOptions(part(map, '.contexts-sort select'), 'right');
  await vi.waitUntil(() => lines()[0].textContent.includes('and the sea'));
});

test('a line shows its point under the pointer, and flies there at a click or Enter', async () => {
  const hovers = record(map, 'fv-point-hover');
  const views = record(map, 'fv-view-change');
  await map.explode(0);
  await listed();
  await userEvent.hover(lines()[2]);
  expect(hovers.at(-1)).toEqual({ id: 6, label: 'bank' });
  await userEvent.click(lines()[2]);
  await vi.waitUntil(() => (views.at(-1)?.scale ?? 0) > 40);
  part(map, '#contexts-list').focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(hovers.at(-1)).toEqual({ id: 9, label: 'bank' });
});

test('a map without contexts has no button for them', async () => {
  const names = () => [...map.shadowRoot!.querySelectorAll('.toolbar button')].map((button) => button.getAttribute('aria-label'));
  expect(names()).toContain('Contexts');
  map.data = { positions: data.positions, labels };
  await map.updateComplete;
  expect(names()).not.toContain('Contexts');
});
