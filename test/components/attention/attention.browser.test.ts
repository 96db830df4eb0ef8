import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FvAttention } from '../../../src/components/attention/fv-attention';
import { attentionData, mountAttention, pixelAt } from '../../harness/attention';
import { middleOf } from '../../harness/activation-text';
import { eventually } from '../../harness/eventually';
import { rampBytes } from '../../harness/heatmap';
import { part, record, text } from '../../harness/mount';
import { dragMouse, dragMouseHolding, turnWheel } from '../../harness/pointer-input';

/** Heads of six tokens: the token before, the first one, evenly, mostly itself. */
const data = attentionData(2, 2, 6, (layer, head, from, to) => {
  if (layer === 0) return head === 0 ? (to === Math.max(0, from - 1) ? 1 : 0) : to === 0 ? 1 : 0;
  return head === 0 ? 1 : from === to ? 5 : 1;
});
const heads = (element: FvAttention) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.head'));
const tokens = (element: FvAttention, axis: string) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>(`.token.${axis}`));
const readout = (element: FvAttention) => part(element, '.readout').innerText.replaceAll(/\s+/g, ' ').trim();
const button = (element: FvAttention, name: string) => Array.from(element.shadowRoot!.querySelectorAll('button')).find((each) => each.textContent.trim() === name || each.ariaLabel === name)!;

/** The middle of a cell of the matrix. */
function cellPlace(element: FvAttention, from: number, to: number) {
  const { left, top, width, height } = part(element, '.plot').getBoundingClientRect();
  return { x: left + ((to + 0.5) / 6) * Math.min(width, 6 * 56), y: top + ((from + 0.5) / 6) * Math.min(height, 6 * 32) };
}

describe('heads', () => {
  test('are pictures on one canvas, each by its own largest weight', async () => {
    const element = await mountAttention({ data, palette: 'magma' });
    const canvases = element.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.heads canvas');
    expect(canvases).toHaveLength(1);
    const { left, top } = canvases[0].getBoundingClientRect();
    const at = (head: number, x: number, y: number) => {
      const box = heads(element)[head].getBoundingClientRect();
      return pixelAt(canvases[0], Math.floor((box.left - left + x * box.width) * devicePixelRatio), Math.floor((box.top - top + y * box.height) * devicePixelRatio));
    };
    await eventually(() => at(1, 0.05, 0.5)).toEqual(rampBytes(1, 'magma'));
    expect(at(1, 0.5, 0.5)).toEqual(rampBytes(0, 'magma'));
    expect(at(2, 0.5, 0.5)).toEqual(rampBytes(1, 'magma'));
    element.range = 'all';
    await eventually(() => at(2, 0.5, 0.5)).toEqual(rampBytes(1 / 6, 'magma'));
  });

  test('are found by what they do', async () => {
    const element = await mountAttention({ data });
    const firsts = () => heads(element)[0].getAttribute('aria-label');
    element.sort = 'first';
    await element.updateComplete;
    expect(firsts()).toBe('Layer 0, head 1, 100%');
    element.sort = 'self';
    await element.updateComplete;
    expect(firsts()).toBe('Layer 1, head 1, 50%');
    expect(part(element, '.figures').innerText).toContain('Token before 100%');
  });

  test('are chosen by a click, several with Ctrl', async () => {
    const element = await mountAttention({ data });
    const changes = record(element, 'fv-head-change');
    await dragMouse(middleOf(heads(element)[3]));
    await element.updateComplete;
    expect(changes).toEqual([{ heads: [[1, 1]] }]);
    expect(part(element, '.main-title').textContent).toBe('Layer 1, head 1');
    await dragMouseHolding({ ctrl: true }, middleOf(heads(element)[2]));
    expect(element.heads).toEqual([[1, 1], [1, 0]]);
    await eventually(() => part(element, '.main-title').textContent).toBe('Mean of 2 heads');
    expect(element.getAttribute('heads')).toBe('1.1,1.0');
  });

  test('are walked through by keys', async () => {
    const element = await mountAttention({ data });
    part(element, '.heads').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(element.heads).toEqual([[1, 1]]);
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control} ');
    await element.updateComplete;
    expect(element.heads).toEqual([[1, 1], [0, 1]]);
    expect(heads(element).map((head) => head.ariaSelected)).toEqual(['false', 'true', 'false', 'true']);
    expect(element.shadowRoot!.getElementById(part(element, '.heads').getAttribute('aria-activedescendant')!)!.ariaLabel).toBe('Layer 0, head 1');
  });
});

describe('the matrix', () => {
  test('tells the pair under the pointer, with its rank in the row', async () => {
    const element = await mountAttention({ data, heads: [[1, 1]] });
    const hovers = record(element, 'fv-attention-hover');
    await dragMouse(cellPlace(element, 2, 2));
    await element.updateComplete;
    expect(hovers.at(-1)).toMatchObject({ from: 2, to: 2, weight: expect.closeTo(0.5) });
    expect(readout(element)).toBe('t2 → t2 0.5 1 of 6 in its row');
  });

  test('has its pixels in the colours of the weights, and those of masked ones', async () => {
    const masked = { ...data, attention: data.attention.map((value, i) => (i === 1 ? Number.NaN : value)) };
    const element = await mountAttention({ data: masked, palette: 'viridis' });
    const canvas = part(element, '.plot canvas') as HTMLCanvasElement;
    const at = (from: number, to: number) => {
      const { left, top } = canvas.getBoundingClientRect();
      const { x, y } = cellPlace(element, from, to);
      return pixelAt(canvas, Math.floor((x - left) * devicePixelRatio), Math.floor((y - top) * devicePixelRatio));
    };
    await eventually(() => at(3, 2)).toEqual(rampBytes(1));
    expect(at(3, 3)).toEqual(rampBytes(0));
    expect(at(0, 1)).toEqual([0xd2, 0xd3, 0xd4]);
    expect(text(element)).toContain('masked 1');
  });

  test('zooms by wheel, buttons and keys; its cursor is spoken', async () => {
    const element = await mountAttention({ data: attentionData(1, 1, 120, (_, __, from, to) => 1 / (1 + Math.abs(from - to))) });
    const labels = () => element.shadowRoot!.querySelectorAll('.axis.rows .tick').length;
    const before = labels();
    await turnWheel(middleOf(part(element, '.plot')), -1500);
    await eventually(() => element.shadowRoot!.querySelector('.axis.rows .tick')!.textContent).not.toBe('t5');
    part(element, '.plot').focus();
    await userEvent.keyboard('0{ArrowRight}{ArrowDown}{ArrowDown}');
    await element.updateComplete;
    expect(labels()).toBe(before);
    expect(part(element, '[role=status]').textContent).toMatch(/^t2 to t0: 0\.\d+$/);
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.mark')).toBeNull();
  });
});

describe('links', () => {
  test('a token shows where it attends and from where it is attended to', async () => {
    const element = await mountAttention({ data, view: 'links', heads: [[0, 0]] });
    const hovers = record(element, 'fv-attention-hover');
    await dragMouse(middleOf(tokens(element, 'from')[3].querySelector('bdi')!));
    await element.updateComplete;
    expect(hovers[0]).toMatchObject({ from: 3, to: null });
    expect(readout(element)).toBe('t3 attends to t2 1 attended to from t4 1');
    expect(tokens(element, 'to').map((token) => token.querySelector('bdi')!.style.getPropertyValue('--_weight'))).toEqual(['', '', '1.000', '', '', '']);
    await dragMouse(middleOf(tokens(element, 'to')[0].querySelector('bdi')!));
    await element.updateComplete;
    expect(readout(element)).toContain('attended to from t0 1 · t1 1');
  });

  test('are drawn from the least weight on, of a token in focus also weaker ones', async () => {
    const element = await mountAttention({ data, view: 'links', heads: [[1, 0]], threshold: 0.5 });
    const canvas = part(element, '.links-box > canvas') as HTMLCanvasElement;
    const ink = () => (canvas.width === 0 ? 0 : canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, byte, i) => sum + (i % 4 === 3 ? byte : 0), 0));
    await eventually(() => canvas.width).toBeGreaterThan(300);
    expect(ink()).toBe(0);
    element.threshold = 0.1;
    await eventually(ink).toBeGreaterThan(1000);
    element.threshold = 0.5;
    await eventually(ink).toBe(0);
    part(element, '.links').focus();
    await userEvent.keyboard('{ArrowDown}');
    await eventually(ink).toBeGreaterThan(100);
    await element.updateComplete;
    expect(part(element, '[role=status]').textContent).toContain('t0: attends to t0 0.167');
  });

  test('of many tokens only those in sight are in the page', async () => {
    const element = await mountAttention({ data: attentionData(1, 1, 400, (_, __, from, to) => (from === to ? 1 : 0)), view: 'links' });
    expect(tokens(element, 'from').length).toBeLessThan(60);
    part(element, '.links').focus();
    await userEvent.keyboard('{End}');
    await eventually(() => tokens(element, 'to').at(-1)?.textContent).toBe('t399');
  });
});

describe('what is wrong is said', () => {
  test('bad data, heads there are not', async () => {
    const element = await mountAttention({});
    expect(text(element)).toContain('No attention yet');
    const errors = record(element, 'fv-error');
    element.data = { ...data, tokens: ['a'] };
    await element.updateComplete;
    expect(errors[0].expected).toContain('6 tokens');
    expect(text(element)).toContain('6 tokens');
    element.data = data;
    element.heads = [[2, 0]];
    await element.updateComplete;
    expect(errors.at(-1)?.expected).toBe('a head out of 0.0 to 1.1');
    element.heads = [[1, 0]];
    await eventually(() => element.shadowRoot!.querySelector('.notice')).toBeNull();
  });

  test('rows that do not sum to one', async () => {
    const element = await mountAttention({ data: { ...data, attention: data.attention.map((value, i) => (i < 12 ? value / 2 : value)) } });
    expect(text(element)).toContain('Rows that do not sum to one: 2, in 1 of 4 heads');
  });

  test('markup in a token is text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const element = await mountAttention({ data: { ...data, tokens: data.tokens.map(() => evil) }, view: 'links' });
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
    expect(tokens(element, 'to')[0].textContent).toBe(evil.replaceAll(' ', '·'));
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each(['matrix', 'links', 'sorted', 'settings', 'narrow', 'empty'])('%s', async (state) => {
    const element = await mountAttention({ data: state === 'empty' ? null : data, theme, view: state === 'links' ? 'links' : 'matrix', sort: state === 'sorted' ? 'entropy' : 'position' }, state === 'narrow' ? 320 : 900, 520);
    if (state === 'settings') button(element, 'Settings').click();
    await element.updateComplete;
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const outer = element.getBoundingClientRect();
    for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('.button, .bar, .main, .legend')) expect(each.getBoundingClientRect().right, each.className).toBeLessThanOrEqual(outer.right + 0.5);
  });
});

test('the words follow the language', async () => {
  const element = await mountAttention({ data, locale: 'zh-CN' });
  expect(text(element)).toContain('2 层 × 2 头');
});
