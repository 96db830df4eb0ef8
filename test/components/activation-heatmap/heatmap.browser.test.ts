import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FvActivationHeatmap } from '../../../src/components/activation-heatmap/fv-activation-heatmap';
import type { FvActivationText } from '../../../src/components/activation-text/fv-activation-text';
import { surfaceResources } from '../../../src/engine';
import { cellPlace, mountHeatmap, ticks } from '../../harness/activation-heatmap';
import { middleOf, mountText, segments, textData } from '../../harness/activation-text';
import { eventually } from '../../harness/eventually';
import { expectGolden } from '../../harness/golden';
import { rampBytes, readPixels } from '../../harness/heatmap';
import { frames, part, record } from '../../harness/mount';
import { dragMouse, pressMouse, releaseMouse, touchScreen, turnWheel } from '../../harness/pointer-input';

const text = 'The old man said: "I have seen the sea." Nobody answered.';
const data = textData(text, (i, unit) => (unit === 2 && i < 3 ? [NaN, Infinity, -Infinity][i] : Math.sin(i * (unit + 1) * 0.13) * (unit + 1)), 12, { units: Array.from({ length: 12 }, (_, unit) => `n${11 - unit}`) });
const valueOf = (segment: number, unit: number) => data.activations[segment * 12 + unit];

/** Lets the pointer rest on a cell. */
async function point(element: FvActivationHeatmap, column: number, row: number): Promise<void> {
  await pressMouse(cellPlace(element, column, row));
  await releaseMouse(cellPlace(element, column, row));
  await element.updateComplete;
}

describe('what it shows', () => {
  test('every cell in the colour of its value, under its header', async () => {
    const element = await mountHeatmap({ data, normalization: 'global', palette: 'magma' });
    element.showView({ column: 0, row: 0, cellWidth: 20, cellHeight: 24 });
    await eventually(() => element.drawn).toBe(true);
    expect(ticks(element, 'columns').slice(0, 9).join('')).toBe('The·old·m');
    expect(ticks(element, 'rows').slice(0, 3)).toEqual(['n11', 'n10', 'n9']);
    const pixel = readPixels(part(element, 'canvas') as HTMLCanvasElement);
    const finite = Array.from(data.activations).filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    for (const [segment, unit] of [[0, 0], [5, 3], [20, 9]]) {
      const wanted = rampBytes((valueOf(segment, unit) - low) / (high - low), 'magma');
      const { x, y } = cellPlace(element, segment, unit);
      const { left, top } = part(element, '.plot').getBoundingClientRect();
      const actual = pixel(Math.floor((x - left) * devicePixelRatio), Math.floor((y - top) * devicePixelRatio));
      actual.forEach((channel, i) => expect(Math.abs(channel - wanted[i])).toBeLessThanOrEqual(3));
    }
  });

  test('a picture of all kinds of values', async () => {
    const element = await mountHeatmap({ data, normalization: 'symmetric', palette: 'blue-red' }, 400, 300);
    const canvas = part(element, 'canvas') as HTMLCanvasElement;
    await expectGolden(await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!))), 'activation-heatmap');
  });

  test('rows by variance, by name and by likeness', async () => {
    const element = await mountHeatmap({ data });
    const rows = () => ticks(element, 'rows').map((name) => 11 - Number(name.slice(1)));
    element.order = 'name';
    await eventually(() => rows()[0]).toBe(11);
    expect(rows()).toEqual([...rows()].sort((a, b) => b - a));
    element.order = 'variance';
    const spread = (unit: number) => {
      const own = Array.from({ length: text.length }, (_, i) => valueOf(i, unit)).filter(Number.isFinite);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      return own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
    };
    const byVariance = Array.from({ length: 12 }, (_, unit) => unit).sort((a, b) => spread(b) - spread(a));
    await eventually(() => rows()).toEqual(byVariance);
    element.order = 'correlation';
    await element.updateComplete;
    await frames(2);
    expect([...rows()].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, unit) => unit));
  });

  test('bad data, and options there are not, are said in the element', async () => {
    const element = await mountHeatmap({});
    expect(part(element, '.notice.empty').textContent).toContain('No activations');
    const errors = record(element, 'fv-error');
    element.data = { ...data, shape: [3, 12] };
    await eventually(() => errors.length).toBe(1);
    await eventually(() => element.shadowRoot!.querySelector('.notice.error')?.textContent ?? '').toContain('36 values');
    Object.assign(element, { data, sampling: 'median' });
    await eventually(() => errors.at(-1)?.expected).toContain('max-abs');
    Object.assign(element, { sampling: 'mean', unit: 12 });
    await eventually(() => errors.at(-1)?.expected).toContain('0 to 11');
    element.unit = null;
    element.data = { ...data };
    await eventually(() => element.shadowRoot!.querySelector('.legend') !== null && !element.shadowRoot!.querySelector('.notice')).toBe(true);
  });

  test('markup in the text and in names is text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const element = await mountHeatmap({ data: textData('ab', (i) => i, 2, { tokens: [`a`, 'b'], text: 'ab', segmentation: 'token', units: [evil, 'b'] }), unit: 0 });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
    expect(ticks(element, 'rows')[0]).toBe(evil);
  });
});

describe('pointer', () => {
  test('the cell under it is told and marked; a click pins its unit', async () => {
    const element = await mountHeatmap({ data });
    const hovers = record(element, 'fv-cell-hover');
    const units = record(element, 'fv-unit-change');
    await point(element, 10, 4);
    expect(hovers.at(-1)).toEqual({ sample: 0, unit: 4, segment: 10, text: 'n', start: 10, end: 11, value: valueOf(10, 4) });
    expect(element.unit).toBe(4);
    expect(units).toEqual([{ unit: 4 }]);
    expect(part(element, '.card').textContent).toContain('n7 (4)');
    expect(part(element, '.pinned-name').textContent).toContain('n7');
    expect(part(element, '.mark.pin').getBoundingClientRect().top).toBeCloseTo(cellPlace(element, 0, 4).y - element.view!.cellHeight / 2, 0);
  });

  test('the wheel zooms at the pointer, a drag pans, a button shows everything', async () => {
    const element = await mountHeatmap({ data });
    const { cellWidth } = element.view!;
    const place = cellPlace(element, 30, 6);
    await turnWheel(place, -500);
    await eventually(() => element.view!.cellWidth).toBeGreaterThan(cellWidth * 1.5);
    const zoomed = element.view!;
    // The browser rounds places in a scaled frame to whole pixels.
    expect(Math.abs(cellPlace(element, 30, 6).x - place.x)).toBeLessThan(2);
    await dragMouse(place, { x: place.x - 60, y: place.y }, { x: place.x - 100, y: place.y });
    expect(element.view!.column - zoomed.column).toBeCloseTo(100 / zoomed.cellWidth, 1);
    part(element, 'button[aria-label^="Show everything"]').click();
    expect(element.view!.cellWidth).toBe(cellWidth);
  });

  test('two fingers zoom', async () => {
    const element = await mountHeatmap({ data });
    const { cellWidth } = element.view!;
    const { x, y } = cellPlace(element, 25, 5);
    await touchScreen([{ x: x - 20, y }, { x: x + 20, y }], [{ x: x - 60, y }, { x: x + 60, y }]);
    await eventually(() => element.view!.cellWidth).toBeGreaterThan(cellWidth * 1.5);
  });
});

test('keys move a cursor that is spoken, zoom, and pin', async () => {
  const element = await mountHeatmap({ data });
  part(element, '.plot').focus();
  const clicks = record(element, 'fv-cell-click');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  await element.updateComplete;
  expect(part(element, '[role=status]').textContent).toBe(`n10 (1), segment 1, h: ${valueOf(1, 1).toLocaleString('en', { maximumSignificantDigits: 4 })}`);
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{End}{Enter}');
  expect(clicks).toMatchObject([{ unit: 11, segment: text.length - 1, text: '.' }]);
  expect(element.unit).toBe(11);
  const { cellWidth } = element.view!;
  await userEvent.keyboard('+');
  expect(element.view!.cellWidth).toBeGreaterThan(cellWidth);
  await userEvent.keyboard('0{Escape}');
  await element.updateComplete;
  expect(element.view!.cellWidth).toBe(cellWidth);
  expect(element.shadowRoot!.querySelector('.mark.cursor')).toBeNull();
});

describe('linked with a text', () => {
  async function both(): Promise<[FvActivationHeatmap, FvActivationText]> {
    const heatmap = await mountHeatmap({ data, for: 'linked-text' }, 600, 300);
    const words = await mountText({ data, id: 'linked-text', unit: 1 }, 600, 200);
    return [heatmap, words];
  }

  test('a row under the pointer is the unit of the text until the pointer leaves; a click keeps it', async () => {
    const [heatmap, words] = await both();
    await userEvent.hover(part(heatmap, '.plot'), { position: { x: 100, y: Math.round(6.5 * heatmap.view!.cellHeight) } });
    await eventually(() => words.unit).toBe(6);
    await userEvent.hover(part(heatmap, '.size'));
    await eventually(() => words.unit).toBe(1);
    await point(heatmap, 5, 8);
    await userEvent.hover(part(heatmap, '.size'));
    expect(words.unit).toBe(8);
  });

  test('a character under the pointer marks its column, another unit of the text is pinned', async () => {
    const [heatmap, words] = await both();
    const { x, y } = middleOf(segments(words)[19]);
    await pressMouse({ x, y });
    await releaseMouse({ x, y });
    await eventually(() => heatmap.shadowRoot!.querySelector('.mark.column') !== null).toBe(true);
    expect(part(heatmap, '.mark.column').getBoundingClientRect().left).toBeCloseTo(cellPlace(heatmap, 19, 0).x - heatmap.view!.cellWidth / 2, 0);
    part(words, 'button[aria-label="Next unit"]').click();
    await heatmap.updateComplete;
    expect(heatmap.unit).toBe(2);
  });
});

test('the legend sets the ends for all units, the settings their properties, and properties fire no event', async () => {
  const element = await mountHeatmap({ data });
  const settings = record(element, 'fv-setting-change');
  Object.assign(element, { palette: 'magma', low: -2, high: null });
  await element.updateComplete;
  await frames(2);
  expect(settings).toEqual([]);
  part(element, '.end.high').focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(settings.map(({ name }) => name)).toEqual(['high']);
  part(element, 'button[aria-label="Settings"]').click();
  await element.updateComplete;
  await userEvent.selectOptions(part(element, '.settings select'), 'variance');
  expect(settings.at(-1)).toEqual({ name: 'order', value: 'variance' });
  expect(element.order).toBe('variance');
});

test('gives its canvas and all of the GPU back when it goes, and comes back', async () => {
  const before = surfaceResources();
  const element = await mountHeatmap({ data });
  expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
  const parent = element.parentElement!;
  element.remove();
  await eventually(() => surfaceResources()).toEqual(before);
  parent.append(element);
  await eventually(() => element.view !== null).toBe(true);
  expect(surfaceResources().surfaces).toBe(before.surfaces + 1);
});

describe.each([['light', 'en', 600, 400], ['dark', 'zh', 300, 400]] as const)('axe finds nothing to mend, and nothing sticks out: %s, %s, %i px', (theme, locale, width, height) => {
  test.each(['empty', 'shown', 'settings', 'error'])('%s', async (state) => {
    const element = await mountHeatmap(state === 'empty' ? { theme, locale } : { data, theme, locale }, width, height);
    if (state === 'shown') await point(element, 2, 2);
    if (state === 'settings') element.shadowRoot!.querySelector<HTMLElement>('button[aria-expanded]')!.click();
    if (state === 'error') element.unit = 99;
    await element.updateComplete;
    await frames(3);
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const outer = element.getBoundingClientRect();
    for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('.button, .bar, .legend, .card:not([hidden]), .settings:not([hidden]), .end')) {
      const box = each.getBoundingClientRect();
      expect(box.left, each.className).toBeGreaterThanOrEqual(outer.left - 0.5);
      expect(box.right, each.className).toBeLessThanOrEqual(outer.right + 0.5);
      expect(box.bottom, each.className).toBeLessThanOrEqual(outer.bottom + 0.5);
    }
  });
});
