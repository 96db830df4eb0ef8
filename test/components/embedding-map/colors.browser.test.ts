import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EmbeddingMapData } from '../../../src/engine';
import { clusteredMap, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record } from '../../harness/mount';
import { dragMouse } from '../../harness/pointer-input';

/** Four points in the corners of a square, in three categories, one without a value. */
const CORNERS: EmbeddingMapData = {
  positions: Float32Array.of(0, 0, 10, 0, 0, 10, 10, 10),
  labels: ['north', 'south', 'east', 'west'],
  columns: { side: ['cold', 'warm', 'warm', null], height: [-2, 1, 4, null], size: [1, 10, 1000, 0] },
};

/** 3,000 categories, c0 the most frequent. */
const MANY: EmbeddingMapData = {
  ...clusteredMap(4000),
  columns: { kind: Array.from({ length: 4000 }, (_, i) => `c${i < 3000 ? i : (i - 3000) % 12}`) },
};

const elements = (map: FakedMap, selector: string) => [...map.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const entry = (map: FakedMap, name: string) => elements(map, '.legend .entry').find((line) => line.querySelector('.name')!.textContent === name)!;
const lines = (map: FakedMap) => elements(map, '.legend .entry').map((line) => [line.querySelector('.name')!.textContent, line.querySelector('.count')!.textContent, line.ariaPressed]);
const settled = async (map: FakedMap, selector: string) => {
  await expect.poll(() => elements(map, selector).length).toBeGreaterThan(0);
};
const named = (map: FakedMap, name: string) => part(map, `[aria-label="${name}"]`);

/** Resolves once the camera stands still: it makes room for a legend that appears. */
async function atRest(map: FakedMap): Promise<void> {
  for (let before = ''; JSON.stringify(map.view) !== before;) {
    before = JSON.stringify(map.view);
    await frames(4);
  }
}

async function colored(properties: Partial<FakedMap>, height = 600): Promise<FakedMap> {
  const map = await mountFaked({ data: CORNERS, locale: 'en', ...properties }, 720, height);
  await settled(map, '.legend');
  await atRest(map);
  return map;
}

/** What the pointer finds at a point's place, which the picture tells. */
async function under(map: FakedMap, label: string): Promise<string | null> {
  const svg = new DOMParser().parseFromString(await map.toSvg(), 'image/svg+xml');
  const circle = [...svg.querySelectorAll('circle')].find((one) => one.textContent === label)!;
  const hovers = record(map, 'fv-point-hover');
  const [x, y] = ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)));
  await userEvent.hover(part(map, '.stage'), { position: { x: 360, y: 300 } });
  await userEvent.hover(part(map, '.stage'), { position: { x, y } });
  return hovers.at(-1)?.label ?? null;
}

describe('a click in the legend', () => {
  test('shows a category alone: the others are muted and not under the pointer; another click brings all back', async () => {
    const map = await colored({ colorBy: 'side' });
    const filters = record(map, 'fv-filter-change');
    expect(lines(map)).toEqual([['warm', '2', 'true'], ['cold', '1', 'true'], ['no value', '1', 'true']]);
    expect(await under(map, 'west')).toBe('west');
    await userEvent.click(entry(map, 'warm'));
    expect(lines(map).map(([, , pressed]) => pressed)).toEqual(['true', 'false', 'false']);
    expect(filters).toEqual([{ column: 'side', shown: ['warm'], hidden: ['cold', null] }]);
    expect(map.soloed).toEqual(['warm']);
    expect(part(map, '.filtered').textContent).toContain('2 of 4 points on show');
    expect(await under(map, 'west')).toBeNull();
    expect(await under(map, 'south')).toBe('south');
    await userEvent.click(entry(map, 'warm'));
    expect(filters[1]).toEqual({ column: 'side', shown: ['warm', 'cold', null], hidden: [] });
    expect(await under(map, 'west')).toBe('west');
  });

  test('with Shift hides and shows, by mouse and by keyboard', async () => {
    const map = await colored({ colorBy: 'side' });
    await userEvent.keyboard('{Shift>}');
    await userEvent.click(entry(map, 'no value'));
    await userEvent.keyboard('{/Shift}');
    expect(map.hiddenCategories).toEqual([null]);
    entry(map, 'cold').focus();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(map.hiddenCategories).toEqual([null, 'cold']);
    await userEvent.keyboard('{Enter}');
    expect([map.soloed, map.hiddenCategories]).toEqual([['cold'], []]);
    await userEvent.click(elements(map, '.filtered button')[0]);
    expect([map.soloed, map.hiddenCategories]).toEqual([[], []]);
    expect(elements(map, '.filtered')).toEqual([]);
  });

  test('is what a page does by its properties, without an event; another column begins anew', async () => {
    const map = await colored({ colorBy: 'side' });
    const filters = record(map, 'fv-filter-change');
    map.setAttribute('soloed', '["cold", null]');
    await expect.poll(() => lines(map).map(([, , pressed]) => pressed)).toEqual(['false', 'true', 'true']);
    map.setAttribute('soloed', 'warm');
    await expect.poll(() => lines(map).map(([, , pressed]) => pressed)).toEqual(['true', 'false', 'false']);
    map.colorBy = 'size';
    await expect.poll(() => elements(map, '.filtered').length).toBe(0);
    expect(map.soloed).toEqual([]);
    expect(filters).toEqual([]);
  });
});

describe('thousands of categories', () => {
  test('are found by name, shown alone, and given a colour', async () => {
    const map = await colored({ data: MANY, colorBy: 'kind' });
    const colors = record(map, 'fv-color-change');
    expect(lines(map)).toHaveLength(11);
    expect(lines(map)[10][0]).toBe('other (2,990)');
    await userEvent.fill(named(map, 'Find among 3,000 categories'), 'c299');
    expect(lines(map).map(([name]) => name)).toEqual(['c299', ...Array.from({ length: 10 }, (_, i) => `c299${i}`)]);
    await userEvent.click(named(map, 'Give c2990 a colour'));
    expect(colors.at(-1)).toMatchObject({ colorBy: 'kind', coloredCategories: ['c2990'] });
    await userEvent.click(entry(map, 'c2990'));
    expect(map.soloed).toEqual(['c2990']);
    await userEvent.clear(named(map, 'Find among 3,000 categories'));
    await expect.poll(() => lines(map).map(([name]) => name).slice(9)).toEqual(['c9', 'c2990', 'other (2,989)']);
    await userEvent.click(named(map, 'Take the colour of c2990 away'));
    await expect.poll(() => lines(map)).toHaveLength(11);
    expect(map.coloredCategories).toEqual([]);
  });

  test('beyond fifty are counted, and none is said', async () => {
    const map = await colored({ data: MANY, colorBy: 'kind' });
    const find = named(map, 'Find among 3,000 categories');
    await userEvent.fill(find, 'c1');
    expect(lines(map)).toHaveLength(50);
    expect(part(map, '.legend .note').textContent).toMatch(/^1,\d{3}|^\d{3} more/);
    await userEvent.fill(find, 'zebra');
    expect(part(map, '.legend .note').textContent).toBe('No category has this in its name');
  });
});

describe('numbers', () => {
  const ends = (map: FakedMap) => elements(map, '.ends input').map((input) => Number((input as HTMLInputElement).value));

  test('of both signs diverge around zero; what has no value has its count', async () => {
    const map = await colored({ colorBy: 'height' });
    expect(ends(map)).toEqual([-4, 4]);
    expect(elements(map, '.ticks span').map(({ textContent }) => textContent)).toEqual(['-4', '-2', '0', '2', '4']);
    expect(lines(map)).toEqual([['no value', '1', 'true']]);
    expect(elements(map, '.histogram rect')).toHaveLength(3);
    await userEvent.click(entry(map, 'no value'));
    expect(lines(map).map(([name, , pressed]) => [name, pressed])).toEqual([['with a value', 'false'], ['no value', 'true']]);
  });

  test('without a logarithm are told apart', async () => {
    const map = await colored({ colorBy: 'size', colorScale: 'log' });
    expect(ends(map)).toEqual([1, 1000]);
    expect(elements(map, '.ticks span').map(({ textContent }) => textContent)).toEqual(['1', '10', '100', '1,000']);
    expect(lines(map)).toEqual([['zero or below: no logarithm', '1', 'true']]);
  });

  test('have ends to drag, to move by keys, to type, to clip and to put back', async () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => i);
    const map = await colored({ data: { ...clusteredMap(1000), columns: { rank: values } }, colorBy: 'rank' });
    const colors = record(map, 'fv-color-change');
    const axis = part(map, '.axis').getBoundingClientRect();
    const y = axis.top + axis.height / 2;
    await dragMouse({ x: axis.right, y }, { x: axis.left + 0.7 * axis.width, y }, { x: axis.left + 0.5 * axis.width, y });
    await expect.poll(() => Math.abs(ends(map)[1] - 499.5)).toBeLessThan(20);
    expect(colors.at(-1)?.colorDomain).toEqual([0, map.colorDomain![1]]);

    await userEvent.fill(elements(map, '.ends input')[0], '100');
    await userEvent.keyboard('{Tab}');
    expect(map.colorDomain![0]).toBe(100);
    await userEvent.fill(elements(map, '.ends input')[0], '9999');
    await userEvent.keyboard('{Tab}');
    expect(ends(map)[0]).toBe(100);

    elements(map, '.handle')[0].focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(map.colorDomain![0]).toBeGreaterThan(100);
    await userEvent.click(elements(map, '.ends button')[0]);
    expect(map.colorDomain).toBeNull();
    await expect.poll(() => ends(map)).toEqual([0, 999]);
    await userEvent.click(elements(map, '.ends button')[0]);
    expect(map.colorDomain).toEqual([expect.closeTo(9.99), expect.closeTo(989.01)]);
  });

  test('take their ends from the page, without an event', async () => {
    const map = await colored({ colorBy: 'size' });
    const colors = record(map, 'fv-color-change');
    map.setAttribute('color-domain', '5 50');
    await expect.poll(() => ends(map)).toEqual([5, 50]);
    map.setAttribute('color-domain', 'none');
    await expect.poll(() => ends(map)).toEqual([0, 1000]);
    expect(colors).toEqual([]);
  });
});

describe('the panel of colours', () => {
  const choose = async (map: FakedMap, setting: string, option: string) => {
    const select = elements(map, '.setting').find((label) => label.textContent.includes(setting))!.querySelector('select')!;
    await userEvent.selectOptions(select, option);
    await map.updateComplete;
  };

  test('chooses column, scale, palette, direction and size; each is a property and told', async () => {
    const map = await mountFaked({ data: CORNERS, locale: 'en' }, 720, 560);
    const colors = record(map, 'fv-color-change');
    await userEvent.click(named(map, 'Colours'));
    await settled(map, '.setting');
    await choose(map, 'Colour by', 'height');
    await settled(map, '.palette');
    await choose(map, 'Scale', 'by rank');
    await userEvent.click(elements(map, '.palette').find((label) => label.textContent.includes('Magma'))!);
    await userEvent.click(elements(map, '.palettes .check')[0]);
    await choose(map, 'Size by', 'size');
    expect(map).toMatchObject({ colorBy: 'height', colorScale: 'quantile', colorPalette: 'magma', colorReversed: true, sizeBy: 'size' });
    expect(colors.at(-1)).toEqual({ colorBy: 'height', colorScale: 'quantile', colorPalette: 'magma', colorReversed: true, colorDomain: null, coloredCategories: [], sizeBy: 'size' });
    expect(['color-by', 'color-scale', 'color-palette', 'color-reversed', 'size-by'].map((name) => map.getAttribute(name))).toEqual(['height', 'quantile', 'magma', '', 'size']);
    await expect.poll(() => elements(map, '.size-key > span').map(({ textContent }) => textContent)).toEqual(['Size: size', '0', '500', '1,000']);
  });

  test('offers no numbers by category where there are none, and says where there is nothing', async () => {
    const map = await mountFaked({ data: { ...CORNERS, columns: { side: CORNERS.columns!.side } }, locale: 'en', panel: 'colors', colorBy: 'side' }, 720, 560);
    await settled(map, '.setting');
    await expect.poll(() => elements(map, '.setting select').map((select) => (select as HTMLSelectElement).disabled)).toEqual([false, true, false]);
    map.data = { ...CORNERS, columns: undefined };
    await expect.poll(() => part(map, '.drawer-body').textContent.trim()).toBe('The data has no columns to colour by.');
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each([
    ['categories', { data: MANY, colorBy: 'kind', soloed: ['c3'] }],
    ['a ramp', { colorBy: 'height', sizeBy: 'size', panel: 'colors' as const }],
    ['Chinese', { colorBy: 'size', colorScale: 'log' as const, panel: 'colors' as const, locale: 'zh' }],
  ])('%s', async (_name, properties) => {
    const map = await colored({ theme, ...properties }, 640);
    await map.updateComplete;
    const { violations } = await axe.run(map);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
