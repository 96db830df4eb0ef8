import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvTrainingCurves } from '../../../src/components/training-curves/fv-training-curves';
import '../../../src/components/training-curves/define';
import { CurveScene, surfaceResources } from '../../../src/engine';
import { eventually } from '../../harness/eventually';
import { frames, mount, part, record, text } from '../../harness/mount';
import { dragMouse, dragMouseHolding, turnWheel } from '../../harness/pointer-input';
import { series, trainingRun } from '../../harness/training-run';

const falling = Array.from({ length: 40 }, (_, i) => 2 / (i + 1) + 0.2);
const rising = Array.from({ length: 40 }, (_, i) => 0.5 + 0.01 * i);
const run = (name: string) => trainingRun(name, [
  series('train', 'LOSS', falling), series('dev', 'LOSS', falling.map((value, i) => (i === 30 ? NaN : value + 0.02 * Math.max(0, i - 10))), [30]), series('dev', 'F1', rising), series('test', 'F1', rising.map((value) => value - 0.2)),
]);
const data = [run('a'), run('b')];

async function show(properties: Partial<FvTrainingCurves> = {}, width = 800, height = 700): Promise<FvTrainingCurves> {
  const element = await mount(Object.assign(new FvTrainingCurves(), { locale: 'en', data, ...properties }), width, height);
  const canvases = () => Array.from(element.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.area canvas:first-child'));
  // The first picture gives a canvas its size.
  if (properties.data !== null) await eventually(() => canvases().length > 0 && canvases().every((canvas) => canvas.width > 300 / 2 && canvas.height !== 150)).toBe(true);
  await frames(3);
  return element;
}

const plotOf = (element: FvTrainingCurves, metric = 'LOSS') => part(element, `[data-metric=${metric}] .area`);

/** A place on a plot, by shares of its size. */
function at(plot: HTMLElement, x: number, y: number): { x: number; y: number } {
  const box = plot.getBoundingClientRect();
  return { x: box.left + x * box.width, y: box.top + y * box.height };
}

const names = (element: FvTrainingCurves, pressed: boolean) => Array.from(element.shadowRoot!.querySelectorAll(`[data-metric=F1] .line:not(.run)[aria-pressed=${pressed}]`), (line) => line.textContent.trim());

describe('the pointer', () => {
  test('drags a box: x for all panels; a double-click shows everything again', async () => {
    const element = await show();
    const ranges = record(element, 'fv-range-change');
    const plot = plotOf(element, 'F1');
    await dragMouse(at(plot, 0.3, 0.5), at(plot, 0.5, 0.52), at(plot, 0.6, 0.5));
    const [from, to] = element.range!;
    expect([from > 10 && from < 16, to > 20 && to < 28]).toEqual([true, true]);
    expect(ranges).toEqual([{ x: 'epoch', range: [from, to] }]);
    await userEvent.dblClick(plot);
    expect([element.range, ranges.at(-1)]).toEqual([null, { x: 'epoch', range: null }]);
  });

  test('zooms by the wheel around itself, and pans with Shift', async () => {
    const element = await show();
    const plot = plotOf(element);
    await turnWheel(at(plot, 0.5, 0.5), -400);
    await eventually(() => element.range).not.toBeNull();
    const [from, to] = element.range!;
    expect(to - from).toBeLessThan(30);
    expect((from + to) / 2).toBeGreaterThan(18);
    expect((from + to) / 2).toBeLessThan(24);
    await dragMouseHolding({ shift: true }, at(plot, 0.5, 0.5), at(plot, 0.6, 0.5));
    const moved = element.range!;
    expect(moved[0]).toBeLessThan(from);
    expect(moved[1] - moved[0]).toBeCloseTo(to - from, 6);
  });

  test('shows the values under it, and says so to the page', async () => {
    const element = await show({ data: [run('a')] });
    const hovers = record(element, 'fv-curve-hover');
    await userEvent.hover(plotOf(element), { position: { x: 200, y: 100 } });
    await eventually(() => part(element, '.card').hidden).toBe(false);
    const { metric, x, points } = hovers[hovers.length - 1];
    expect([metric, points.map(({ run: name, split }) => [name, split])]).toEqual(['LOSS', [['a', 'train'], ['a', 'dev']]]);
    expect(points[0].value).toBe(falling[x! - 1]);
    expect(part(element, '.card').textContent).toContain(`Epoch ${x}`);
  });

  test('on a mark of the run doctor shows the rule with its numbers', async () => {
    const element = await show({ data: [run('a')] });
    const mark = Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.mark')).find((each) => each.ariaLabel!.startsWith('Overfitting'))!;
    await userEvent.hover(mark);
    expect(part(element, '.card').textContent).toMatch(/Overfitting.*worse since its best.*Rule: ≥ 2% worse/);
  });

  test('shows lines alone, hides them with Shift, and tells which are shown', async () => {
    const element = await show();
    const changes = record(element, 'fv-run-visibility-change');
    const lines = () => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('[data-metric=F1] .line'));
    await userEvent.click(lines()[0]);
    expect([names(element, true), names(element, false)]).toEqual([['dev', 'test'], ['dev', 'test']]);
    expect(changes.at(-1)).toEqual({ shown: ['a / train', 'a / dev', 'a / test'], hidden: ['b / train', 'b / dev', 'b / test'] });
    await userEvent.click(lines()[0]);
    expect(names(element, false)).toEqual([]);
    await userEvent.keyboard('{Shift>}');
    await userEvent.click(lines()[1]);
    await userEvent.keyboard('{/Shift}');
    expect(changes.at(-1)?.hidden).toEqual(['a / dev']);
  });
});

describe('the keyboard', () => {
  test('reads point by point, and its steps are spoken', async () => {
    const element = await show({ data: [run('a')] });
    plotOf(element, 'F1').focus();
    const spoken = () => part(element, '.spoken').textContent;
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(spoken()).toBe('F1, dev, Epoch 2: 0.51');
    await userEvent.keyboard('{ArrowDown}');
    expect(spoken()).toBe('F1, test, Epoch 2: 0.31');
    expect(part(element, '.card').hidden).toBe(false);
  });

  test('zooms, takes the range along with the reader, and resets', async () => {
    const element = await show({ data: [run('a')] });
    plotOf(element).focus();
    await userEvent.keyboard('++');
    const before = element.range!;
    await userEvent.keyboard('{End}');
    expect(element.range![1]).toBe(40);
    expect(before[1]).toBeLessThan(40);
    await userEvent.keyboard('{Escape}');
    expect(element.range).toBeNull();
  });

  test('Tab comes to the controls, plots, marks and lines', async () => {
    const element = await show({ data: [run('a')] });
    const reached = new Set<string>();
    for (let i = 0; i < 20; i++) {
      await userEvent.tab();
      reached.add((element.shadowRoot!.activeElement?.className ?? '').split(' ')[0]);
    }
    for (const name of ['field', 'button', 'area', 'mark', 'line']) expect(reached).toContain(name);
  });
});

describe('properties', () => {
  test('set by a page fire no event', async () => {
    const element = await show();
    const events = (['fv-range-change', 'fv-setting-change', 'fv-run-visibility-change', 'fv-error'] as const).flatMap((name) => [record(element, name)]);
    Object.assign(element, { range: [5, 9], smoothing: 0.5, yScale: 'log', aggregate: 'median', lineFilter: { soloed: [], hidden: ['a / dev'] } });
    await element.updateComplete;
    await frames(3);
    expect(events.flat()).toEqual([]);
  });

  test('are set by the controls, which say so', async () => {
    const element = await show();
    const settings = record(element, 'fv-setting-change');
    await userEvent.selectOptions(part(element, '.bar select'), 'step');
    await userEvent.click(part(element, '[aria-label=Settings]'));
    const check = (label: string) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.check')).find(({ textContent }) => textContent.trim() === label)!;
    await userEvent.click(check('Logarithmic y'));
    await userEvent.click(check('F1'));
    await element.updateComplete;
    expect(settings).toEqual([{ name: 'x', value: 'step' }, { name: 'yScale', value: 'log' }, { name: 'metrics', value: ['LOSS'] }]);
    expect([element.x, element.yScale, element.shadowRoot!.querySelectorAll('figure').length]).toEqual(['step', 'log', 1]);
  });

  test('a file that cannot be read is told; the others are shown', async () => {
    const errors: string[] = [];
    const element = Object.assign(new FvTrainingCurves(), { locale: 'en', src: [new File(['\0\0'], 'x.bin'), new File(['epoch,loss\n1,2\n2,<b>1</b>\n3,1\n'], 'log.csv')] });
    element.addEventListener('fv-error', (event) => errors.push(event.detail.code));
    await mount(element);
    await eventually(() => element.shadowRoot!.querySelectorAll('figure').length).toBe(1);
    await eventually(() => errors).toEqual(['format']);
    expect(text(element)).toContain('x.bin');
    expect(text(element)).toContain('repairs while reading');
    await userEvent.click(part(element, '[aria-label=Dismiss]'));
    expect(element.shadowRoot!.querySelector('.notice')).toBeNull();
  });
});

test('the panels are saved as SVG and PNG, their values as CSV', async () => {
  const element = await show({ data: [run('a<b>')] });
  const svg = new DOMParser().parseFromString(await element.toSvg(), 'image/svg+xml');
  expect(svg.querySelector('parsererror')).toBeNull();
  expect(Array.from(svg.querySelectorAll('[font-weight]'), (each) => each.textContent)).toEqual(['Loss', 'F1']);
  expect(svg.documentElement.textContent).toMatch(/dev · Last .* · Best .* @ /);
  expect((await createImageBitmap(await element.toPng({ scale: 1 }))).width).toBe(Number(svg.documentElement.getAttribute('width')));
  const rows = (await element.toCsv()).split('\r\n');
  expect([rows[0], rows[1], rows.length]).toEqual(['metric,run,split,epoch,value,shown', `LOSS,a<b>,train,1,${falling[0]},${falling[0]}`, 1 + 4 * 40 + 1]);
});

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', async (theme) => {
    const element = await show({ theme });
    await userEvent.click(part(element, '[aria-label=Settings]'));
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test.each([['en', 300], ['zh', 360]] as const)('nothing sticks out in %s at %i px', async (locale, width) => {
    const element = await show({ locale }, width, 640);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    if (locale === 'zh') expect(part(element, 'figcaption').textContent).toBe('损失');
  });

  test('the values are there as a table', async () => {
    const element = await show({ data: [run('a')] });
    const rows = part(element, '[data-metric=F1] table.visually-hidden tbody').children;
    expect([rows.length, rows[1].textContent]).toEqual([40, '20.510.31']);
  });
});

test('an element that leaves gives everything back, and draws again when it returns', async () => {
  const before = surfaceResources();
  CurveScene.painter = 'webgl';
  try {
    const element = await show();
    await eventually(() => surfaceResources().surfaces).toBe(before.surfaces + 1);
    const parent = element.parentElement!;
    element.remove();
    expect(surfaceResources()).toEqual(before);
    parent.append(element);
    await eventually(() => surfaceResources().surfaces).toBe(before.surfaces + 1);
    await eventually(() => part(element, 'canvas').getAttribute('width')).not.toBe('0');
    element.remove();
  } finally {
    CurveScene.painter = 'auto';
  }
});
