import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvWeightTraces } from '../../../src/components/weight-traces/fv-weight-traces';
import '../../../src/components/weight-traces/define';
import { surfaceResources, type WeightTrace } from '../../../src/engine';
import { eventually } from '../../harness/eventually';
import { mount, part, record, text } from '../../harness/mount';
import { dragMouse, turnWheel } from '../../harness/pointer-input';
import { weightTrace } from '../../harness/weights';

const data = [weightTrace('enc.0.w'), weightTrace('enc.0.b', { still: 8 }), weightTrace('enc.1.w', { factor: 3 }), weightTrace('out.w')];

async function show(properties: Partial<FvWeightTraces> = {}, width = 700, height = 600): Promise<FvWeightTraces> {
  const element = await mount(Object.assign(new FvWeightTraces(), { locale: 'en', data, ...properties }), width, height);
  const canvases = () => Array.from(element.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.area canvas:first-child'));
  // The first picture gives a canvas its size.
  if (properties.data !== null) await eventually(() => canvases().length > 0 && canvases().every((canvas) => canvas.height !== 150)).toBe(true);
  return element;
}

const figures = (element: FvWeightTraces) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('figure'), ({ dataset }) => dataset.name);
const plotOf = (element: FvWeightTraces, name: string) => part(element, `[data-name="${name}"] .area`);

function at(plot: HTMLElement, x: number): { x: number; y: number } {
  const box = plot.getBoundingClientRect();
  return { x: box.left + x * box.width, y: box.top + box.height / 2 };
}

describe('tensors', () => {
  test('are found by name, by finding, sorted and grouped, and each choice is told', async () => {
    const element = await show();
    const settings = record(element, 'fv-setting-change');
    await userEvent.fill(part(element, '[type=search]'), 'W enc');
    await eventually(() => figures(element)).toEqual(['enc.0.w', 'enc.1.w']);
    await userEvent.fill(part(element, '[type=search]'), '');
    await userEvent.selectOptions(part(element, '[aria-label=Findings]'), 'frozen');
    await eventually(() => figures(element)).toEqual(['enc.0.b']);
    expect(part(element, '.chip').ariaLabel).toMatch(/^Frozen: 11 of 19 steps moved no weight .* from iteration 80 to 190, the last\. Rule: ≥ 5 steps, ≤ 1E-6\./);
    expect([settings[0], settings.at(-1)]).toEqual([{ name: 'query', value: 'W enc' }, { name: 'only', value: 'frozen' }]);
    Object.assign(element, { only: '', order: 'spread', groupBy: 'none' });
    await eventually(() => element.shownTensors[0]).toBe('enc.1.w');
  });

  test('of thousands only those in sight are in the page, and scrolling brings the others', async () => {
    const many: WeightTrace[] = Array.from({ length: 3000 }, (_, i) => ({ ...data[0], name: `t${i}.w` }));
    const element = await show({ data: many, groupBy: 'none' });
    expect(element.shownTensors.length).toBe(3000);
    expect(figures(element).length).toBeLessThan(20);
    const scroller = part(element, '.scroll');
    scroller.scrollTop = scroller.scrollHeight;
    await eventually(() => figures(element).at(-1)).toBe('t2999.w');
    expect([figures(element).length < 20, surfaceResources().surfaces <= 1]).toEqual([true, true]);
  });

  test('that have the focus stay where the list is scrolled away', async () => {
    const element = await show({ data: Array.from({ length: 300 }, (_, i) => ({ ...data[0], name: `t${i}.w` })), groupBy: 'none' });
    plotOf(element, 't0.w').focus();
    part(element, '.scroll').scrollTop = 9000;
    await eventually(() => figures(element).includes('t2.w')).toBe(false);
    expect(figures(element).slice(0, 2)).toEqual(['t0.w', 't1.w']);
    expect((element.shadowRoot!.activeElement as HTMLElement).closest('figure')!.dataset.name).toBe('t0.w');
  });
});

describe('a plot', () => {
  test('is read by the keyboard, row by row and slot by slot', async () => {
    const element = await show();
    const hovers = record(element, 'fv-trace-hover');
    plotOf(element, 'enc.0.w').focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    const { value } = data[0].slots[0];
    expect(part(element, '.spoken').textContent).toMatch(/^enc\.0\.w, slot 0, iteration 10: 0\.1/);
    expect(hovers.at(-1)).toEqual({ tensor: 'enc.0.w', iteration: 10, slot: 0, value: value[1] });
    await userEvent.keyboard('{ArrowUp}');
    expect(part(element, '.spoken').textContent).toMatch(/^enc\.0\.w, mean, iteration 10: /);
    expect(part(element, '.card').textContent).toMatch(/Iteration 10.*mean.*slot 0.*slot 2/s);
  });

  test('zooms all: by box, wheel and keys, until it is reset', async () => {
    const element = await show();
    const ranges = record(element, 'fv-range-change');
    const plot = plotOf(element, 'enc.0.b');
    await dragMouse(at(plot, 0.3), at(plot, 0.5), at(plot, 0.7));
    await eventually(() => ranges.length).toBe(1);
    const [from, to] = element.range!;
    expect([from > 20 && from < 80, to > 100 && to < 160]).toEqual([true, true]);
    await turnWheel(at(plot, 0.5), -200);
    await eventually(() => element.range![1] - element.range![0]).toBeLessThan(to - from);
    plot.focus();
    await userEvent.keyboard('{Escape}');
    expect([element.range, ranges.at(-1)]).toEqual([null, { x: 'step', range: null }]);
  });
});

describe('properties and files', () => {
  test('set by a page fire no event', async () => {
    const element = await show();
    const events = (['fv-range-change', 'fv-setting-change', 'fv-error', 'fv-trace-hover'] as const).flatMap((name) => [record(element, name)]);
    Object.assign(element, { range: [20, 90], query: 'enc', show: 'updates', yScale: 'log', order: 'name', groupBy: 'module', watch: null });
    await element.updateComplete;
    await eventually(() => element.shadowRoot!.querySelectorAll('.chip').length).toBe(0);
    expect(events.flat()).toEqual([]);
  });

  test('thresholds are properties', async () => {
    const element = await show({ watch: { frozenRows: 12, explodingFactor: 1e6 } });
    expect(element.shadowRoot!.querySelector('.chip')).toBeNull();
  });

  test('a file is read, its names are text; one that is none says what was expected', async () => {
    const rows = Array.from({ length: 10 }, (_, row) => `${row}\t<b>w</b>.x\t0\t${row / 10}\n`).join('');
    const errors: string[] = [];
    const element = Object.assign(new FvWeightTraces(), { locale: 'en', src: new File([rows], 'weights.txt') });
    element.addEventListener('fv-error', (event) => errors.push(event.detail.code));
    await mount(element, 600, 500);
    await eventually(() => figures(element)).toEqual(['<b>w</b>.x']);
    element.src = new File(['a\0\0\x01'], 'weights.txt');
    await eventually(() => errors).toEqual(['format']);
    expect(text(element)).toMatch(/weights\.txt/);
  });
});

test('a file that is still written is read on: what is zoomed to, the list and its canvases stay', async () => {
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ['a.w', 'b.w'].map((name) => `${from + i}\t${name}\t0\t${Math.sin(from + i)}\n`).join('')).join('');
  let content = rows(0, 20);
  const element = Object.assign(new FvWeightTraces(), { locale: 'en', refresh: 0.5, src: { name: 'weights.txt', getFile: async () => new File([content], 'weights.txt', { lastModified: content.length }) } });
  await mount(element, 600, 500);
  await eventually(() => figures(element)).toEqual(['a.w', 'b.w']);
  element.range = [5, 9];
  await element.updateComplete;
  const area = plotOf(element, 'a.w');
  const lengths = () => element.data!.map(({ slots: [{ value }] }) => value.length);
  content += rows(20, 30);
  await eventually(lengths).toEqual([30, 30]);
  await element.updateComplete;
  expect([element.range, plotOf(element, 'a.w') === area]).toEqual([[5, 9], true]);
});

test('two tensors of one name are refused', async () => {
  const element = Object.assign(new FvWeightTraces(), { locale: 'en', data: [weightTrace('w'), weightTrace('w')] });
  const errors = record(element, 'fv-error');
  await mount(element, 600, 400);
  await eventually(() => errors.map(({ received }) => received)).toEqual(['w twice']);
});

test('what is shown is saved as SVG and PNG', async () => {
  const element = await show({ query: 'enc' });
  const svg = new DOMParser().parseFromString(await element.toSvg(), 'image/svg+xml');
  expect(svg.querySelector('parsererror')).toBeNull();
  expect(Array.from(svg.querySelectorAll('[font-weight]'), (each) => each.textContent)).toEqual(['enc.0.w', 'enc.0.b', 'enc.1.w']);
  expect((await createImageBitmap(await element.toPng({ scale: 1 }))).width).toBe(Number(svg.documentElement.getAttribute('width')));
  element.query = 'nothing';
  await expect(element.toSvg()).rejects.toThrow('Expected tensors to draw');
});

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', async (theme) => {
    const element = await show({ theme });
    await userEvent.click(part(element, '[aria-label=Settings]'));
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test.each([['en', 300], ['zh', 360]] as const)('nothing sticks out in %s at %i px', async (locale, width) => {
    const element = await show({ locale }, width);
    const { scrollWidth, clientWidth } = part(element, '.scroll');
    expect([scrollWidth <= clientWidth, element.scrollWidth <= element.clientWidth]).toEqual([true, true]);
  });
});
