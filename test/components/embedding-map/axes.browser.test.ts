import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EmbeddingMapData } from '../../../src/engine';
import type { FakedMap } from '../../harness/embedding-map';
import { eventually } from '../../harness/eventually';
import { mountFaked, part, record } from '../../harness/mount';

/** Royal, male and female on axes of their own, on the map as they are in space. */
const WORDS: EmbeddingMapData & { vectors: Float32Array; positions: Float32Array } = {
  labels: ['man', 'woman', 'king', 'queen', 'prince', 'princess', 'apple', 'he', 'she'],
  dimensions: 4,
  vectors: Float32Array.of(
    0, 2, 0, 0.1,
    0, 0, 1, 0.1,
    3, 3, 0, 0.1,
    1, 0, 1, 0.1,
    1, 1.2, 0.1, 0,
    1, 0.1, 1.4, 0,
    0, 0, 0, 1,
    0.1, 1, 0, 0,
    0.1, 0, 1, 0,
  ),
  positions: Float32Array.of(0, 0, 0, 10, 10, 0, 10, 10, 8, 2, 8, 8, 5, 5, 2, 1, 2, 9),
};

const elements = (map: FakedMap, selector: string) => [...map.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const list = (map: FakedMap, at: number) => [...elements(map, '.axis-list')[at].querySelectorAll('.name')].map(({ textContent }) => textContent);
const mounted = (properties: Partial<FakedMap> = {}) => mountFaked({ data: WORDS, locale: 'en', toolbar: 'auto', ...properties }, 760, 640);

/** Opens the panel and types, as a person does. */
async function ask(map: FakedMap, text: string): Promise<void> {
  if (map.panel !== 'axes') await userEvent.click(part(map, '[aria-label="Axes and analogies"]'));
  await expect.poll(() => map.shadowRoot!.activeElement?.getAttribute('aria-label')).toBe('Words');
  await userEvent.fill(part(map, '.axis-form input'), text);
  await userEvent.keyboard('{Enter}');
}

/** Darkest of the pixels about halfway between two words, 0 … 255. */
async function inkBetween(map: FakedMap, from: string, to: string): Promise<number> {
  const svg = new DOMParser().parseFromString(await map.toSvg(), 'image/svg+xml');
  const circles = [from, to].map((label) => [...svg.querySelectorAll('circle')].find(({ textContent }) => textContent === label)!);
  const bitmap = await createImageBitmap(await map.toPng());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const ratio = bitmap.width / map.clientWidth;
  const [x, y] = ['cx', 'cy'].map((name) => Math.round((ratio * circles.reduce((sum, circle) => sum + Number(circle.getAttribute(name)), 0)) / 2));
  return Math.min(...context.getImageData(x - 3, y - 3, 7, 7).data.filter((_, i) => i % 4 === 0));
}

describe('an axis', () => {
  test('typed colours the map by it, and lists both ends with their scores', async () => {
    const map = await mounted();
    const [axes, colors] = [record(map, 'fv-axis-change'), record(map, 'fv-color-change')];
    await ask(map, 'man, he … woman, she');
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(2);
    expect(list(map, 0).slice(0, 2).sort()).toEqual(['he', 'man']);
    expect(list(map, 1).slice(0, 2).sort()).toEqual(['she', 'woman']);
    expect(list(map, 1)).toHaveLength(9);
    expect(map).toMatchObject({ axis: 'man, he … woman, she', colorBy: 'axis' });
    expect([axes, colors.map(({ colorBy }) => colorBy)]).toEqual([[{ axis: 'man, he … woman, she' }], ['axis']]);
    await expect.poll(() => elements(map, '.legend summary .name')[0]?.textContent).toBe('semantic axis');
    expect(elements(map, '.axis-histogram rect').length).toBeGreaterThan(3);
    await userEvent.click(part(map, '.drawer .check'));
    expect(map.colorBy).toBe('');
  });

  test('lists words that light up under the pointer, and are flown to by a click', async () => {
    const map = await mounted({ axis: 'man … woman', panel: 'axes' });
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(2);
    const hovers = record(map, 'fv-point-hover');
    const line = elements(map, '.axis-list')[1].querySelector<HTMLElement>('.entry')!;
    await userEvent.hover(line);
    expect(hovers.at(-1)?.label).toBe(line.querySelector('.name')!.textContent);
    await userEvent.click(line);
    expect([...map.selection].map((id) => WORDS.labels[id])).toEqual([line.querySelector('.name')!.textContent]);
  });

  test('set by the page is no event, follows other data, and goes with an empty one', async () => {
    const map = await mounted({ axis: 'man … woman', colorBy: 'axis', panel: 'axes' });
    const axes = record(map, 'fv-axis-change');
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(2);
    const swapped: Record<string, string> = { he: 'she', she: 'he' };
    map.data = { ...WORDS, labels: WORDS.labels.map((label) => swapped[label] ?? label) };
    await expect.poll(() => (elements(map, '.axis-list').length === 2 ? list(map, 0).slice(0, 2).sort() : [])).toEqual(['man', 'she']);
    map.axis = '';
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(0);
    await expect.poll(() => elements(map, '.legend')).toHaveLength(0);
    expect(axes).toEqual([]);
  });

  test('gives a program all its scores', async () => {
    const map = await mounted();
    const scores = await map.axisScores(['man', 'he'], ['woman', 'she']);
    expect(scores).toHaveLength(9);
    expect(scores[WORDS.labels.indexOf('queen')]).toBeGreaterThan(0.3);
    expect(scores[WORDS.labels.indexOf('king')]).toBeLessThan(-0.3);
  });
});

describe('an analogy', () => {
  test('is answered by the nearest in the original space, without its own words, and with its distances', async () => {
    const map = await mounted();
    await ask(map, 'king - man + woman');
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(1);
    expect(list(map, 0)).toHaveLength(6);
    expect(list(map, 0)[0]).toBe('queen');
    const [first] = await map.analogy(['king', 'woman'], ['man'], 1);
    expect(first).toMatchObject({ id: 3, label: 'queen' });
    expect(elements(map, '.axis-list .count')[0].textContent).toBe(first.distance.toFixed(3));
    expect(elements(map, '.axis-list .unit')[0].textContent).toBe('cosine distance');
    expect(part(map, '.drawer').textContent).toContain('Left out: king, woman, man');
    expect(map.colorBy).toBe('');
    await userEvent.selectOptions(part(map, '.drawer .setting select'), 'product (3CosMul)');
    await expect.poll(() => elements(map, '.axis-list .unit')[0]?.textContent).toBe('quotient · cosine distance');
    expect(map.getAttribute('analogy-method')).toBe('multiply');
  });

  test('draws its arrows on the map, until it is cleared', async () => {
    const map = await mounted({ theme: 'light' });
    const ink = (from: string, to: string) => eventually(() => inkBetween(map, from, to));
    await ink('man', 'woman').toBeGreaterThan(200);
    await ask(map, 'king - man + woman');
    await expect.poll(() => elements(map, '.axis-list')).toHaveLength(1);
    await map.flyTo([0, 1, 2, 3]);
    await ink('man', 'woman').toBeLessThan(120);
    await ink('king', 'queen').toBeLessThan(120);
    await ink('man', 'king').toBeGreaterThan(200);
    await userEvent.click(elements(map, '.drawer .wide')[0]);
    await ink('man', 'woman').toBeGreaterThan(200);
  });
});

describe('what cannot be answered', () => {
  test('a word that is not there is named, and the nearest one puts it right', async () => {
    const map = await mounted();
    const errors = record(map, 'fv-error');
    await ask(map, 'kin - man + woman');
    await expect.poll(() => elements(map, '[role=alert] p')[0]?.textContent).toBe('The map has no word “kin”.');
    expect(errors[0]).toMatchObject({ code: 'invalid-option', received: '"kin"', fix: 'did you mean "king"?' });
    await userEvent.click(part(map, '.suggestions button'));
    await expect.poll(() => elements(map, '.axis-list').length && list(map, 0)[0]).toBe('queen');
    expect(map.axis).toBe('king + woman - man');
  });

  test('neither an axis nor an analogy, and words that cancel out', async () => {
    const map = await mounted();
    await ask(map, 'king');
    await expect.poll(() => elements(map, '[role=alert]')[0]?.textContent).toContain('neither an axis nor an analogy');
    await ask(map, 'man … man');
    await expect.poll(() => elements(map, '[role=alert]')[0]?.textContent).toContain('cancel each other out');
  });

  test('without vectors', async () => {
    const map = await mounted({ data: { labels: WORDS.labels, positions: WORDS.positions }, panel: 'axes' });
    await expect.poll(() => elements(map, '.drawer-note')[0]?.textContent).toContain('no vectors');
    await expect(map.analogy(['king'], ['man'])).rejects.toThrow('Expected data with vectors');
  });
});

test.each([['light', 'man … woman'], ['dark', 'king - man + woman'], ['light', 'kin - man']] as const)('axe finds nothing to mend: %s, %s', async (theme, axis) => {
  const map = await mounted({ theme, axis, colorBy: 'axis', panel: 'axes', locale: 'zh' });
  await expect.poll(() => elements(map, '.axis-list, [role=alert]').length).toBeGreaterThan(0);
  const { violations } = await axe.run(map);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
