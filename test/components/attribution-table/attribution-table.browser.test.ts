import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FvAttributionTable } from '../../../src/components/attribution-table/fv-attribution-table';
import { middleOf } from '../../harness/activation-text';
import { mountTable, rowTokens, sentence, tableRows } from '../../harness/attribution-table';
import { eventually } from '../../harness/eventually';
import { part, record, text } from '../../harness/mount';
import { dragMouse, turnWheel } from '../../harness/pointer-input';

const samples = [
  sentence('[CLS] good film', [0.25, 2, -0.5], { prediction: 'pos', gold: 'pos', probability: 0.9, deltas: [0, 0.125] }),
  sentence('not good', [-3, 1], { prediction: 'pos', gold: 'neg', probability: 0.6 }),
  sentence('so so', [Number.NaN, 0.5], { prediction: 'neg', gold: 'neg', probability: 0.7 }),
];
const many = (n: number) => ({ samples: Array.from({ length: n }, (_, i) => sentence(`sentence number ${i} of many`, [1, 2, -1, i / n, 0], { prediction: i % 3 ? 'pos' : 'neg', gold: 'pos', probability: i / n })) });

const shownTexts = (table: FvAttributionTable) => tableRows(table).map((row) => row.querySelector('.text-cell')!.textContent.trim());
const order = (table: FvAttributionTable) => table.rows.join();
const button = (table: FvAttributionTable, name: string) => Array.from(table.shadowRoot!.querySelectorAll('button')).find((each) => each.textContent.trim().startsWith(name) || each.ariaLabel === name)!;
const choose = (table: FvAttributionTable, label: string, value: string) => {
  const select = Array.from(table.shadowRoot!.querySelectorAll('label')).find((each) => each.textContent.trim().startsWith(label))!.querySelector('select')!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('a row', () => {
  test('has gold, prediction with its probability, the text and the sum of its scores with the delta', async () => {
    const table = await mountTable({ data: { samples } });
    const [first, second, third] = tableRows(table).map((row) => row.innerText.replaceAll(/\s+/g, ' ').trim());
    expect(first).toBe('1 pos pos 90% [CLS] good film +1.75 Δ +0.125');
    expect(second).toBe('2 neg pos 60% wrong not good −2');
    expect(third).toContain('−0.5 1 not finite, left out');
  });

  test('is coloured around zero, each by its largest score, or all by one', async () => {
    const table = await mountTable({ data: { samples }, underline: true });
    const classes = () => tableRows(table).map((row) => rowTokens(row).map((token) => token.className.replace('s ', '').replace('chip ', '')));
    expect(classes()).toEqual([['c143', 'c255', 'c96'], ['c0', 'c170'], ['nan', 'c0']]);
    expect(getComputedStyle(rowTokens(tableRows(table)[1])[0]).borderBlockEndStyle).toBe('dotted');
    expect(getComputedStyle(rowTokens(tableRows(table)[0])[1]).borderBlockEndStyle).toBe('solid');
    table.normalization = 'symmetric';
    await table.updateComplete;
    expect(classes()[0]).toEqual(['c138', 'c213', 'c106']);
    expect(text(table)).toContain('speaks for +3');
  });

  test('joins tokens into words, their scores summed', async () => {
    const table = await mountTable({
      data: { samples: [sentence('un kind', [1, 2], { text: 'unkind', tokens: ['un', '##kind'], prediction: 'pos' })] }, granularity: 'word',
    });
    const hovered = record(table, 'fv-segment-hover');
    await dragMouse(middleOf(rowTokens(tableRows(table)[0])[0]));
    expect(hovered.at(-1)).toMatchObject({ sample: 0, segment: 0, text: 'unkind', start: 0, end: 6, value: 3 });
  });

  test('shows markup as text, and says what does not fit in its own place', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const table = await mountTable({ data: { samples: [sentence('a', [1], { text: evil, tokens: [evil], gold: evil, prediction: evil }), sentence('a b', [1, 2], { text: 'other' })] } });
    expect(table.shadowRoot!.querySelector('img')).toBeNull();
    expect(tableRows(table)[0].textContent).toContain(evil);
    expect(tableRows(table)[1].querySelector('.row-error')!.textContent).toContain('token 0 ("a")');
  });
});

describe('what is shown', () => {
  test('the class of all rows is chosen from a list', async () => {
    const table = await mountTable({ data: { samples } });
    const settings = record(table, 'fv-setting-change');
    choose(table, 'Scores for', 'neg');
    await table.updateComplete;
    expect(settings).toEqual([{ name: 'scoreClass', value: 'neg' }]);
    expect(tableRows(table)[0].innerText).toContain('−1.75');
    expect(tableRows(table)[1].innerText).toContain('+2');
  });

  test('only errors, and any order, by button, list and header', async () => {
    const table = await mountTable({ data: { samples } });
    button(table, 'Errors only (1)').click();
    await table.updateComplete;
    expect(order(table)).toBe('1');
    expect(text(table)).toContain('1 of 3 sentences');
    button(table, 'Errors only (1)').click();
    await userEvent.click(button(table, 'Sum'));
    await table.updateComplete;
    expect(order(table)).toBe('0,2,1');
    expect(part(table, '.head [aria-sort]').textContent).toContain('Sum');
    await userEvent.click(button(table, 'Sum'));
    await table.updateComplete;
    expect(order(table)).toBe('1,2,0');
    choose(table, 'Sort by', 'error');
    await table.updateComplete;
    expect(order(table)).toBe('1,2,0');
    expect(shownTexts(table)[0]).toBe('not good');
  });

  test('bad data and options there are not are said', async () => {
    const table = await mountTable({});
    expect(text(table)).toContain('No sentences yet');
    const errors = record(table, 'fv-error');
    table.data = { samples: [{ ...samples[0], shape: [1, 2] }] } as never;
    await eventually(() => errors.length).toBe(1);
    await table.updateComplete;
    expect(text(table)).toContain('2 values in activations of sample 0');
    table.data = { samples };
    table.scoreClass = 'none';
    await eventually(() => errors.at(-1)?.expected).toBe('a class out of "neg", "pos"');
  });
});

test('of 100,000 sentences only those in sight are in the page, wherever it is scrolled to', async () => {
  const table = await mountTable({ data: many(100_000) });
  await eventually(() => tableRows(table).length).toBeGreaterThan(4);
  expect(tableRows(table).length).toBeLessThan(60);
  const rows = part(table, '.rows');
  await turnWheel(middleOf(rows), 4000);
  await eventually(() => rows.scrollTop).toBeGreaterThan(1000);
  table.scrollToSample(99_999);
  await eventually(() => shownTexts(table).at(-1)).toBe('sentence number 99999 of many');
  expect(tableRows(table).length).toBeLessThan(60);
});

describe('pointer and keys', () => {
  test('a token tells its score and its rank by magnitude', async () => {
    const table = await mountTable({ data: { samples } });
    const hovered = record(table, 'fv-segment-hover');
    const picked = record(table, 'fv-segment-select');
    await dragMouse(middleOf(rowTokens(tableRows(table)[0])[2]));
    await table.updateComplete;
    expect(hovered.at(-1)).toMatchObject({ sample: 0, segment: 1, text: 'film', start: 5, end: 9, value: -0.5 });
    expect(part(table, '.card').innerText.replaceAll(/\s+/g, ' ')).toBe('film Score −0.5 By magnitude 2 of 3 Class pos');
    expect(picked).toMatchObject([{ sample: 0, segment: 1 }]);
    await dragMouse(middleOf(rowTokens(tableRows(table)[0])[0]));
    await table.updateComplete;
    expect(part(table, '.card').innerText).toContain('Not in the text');
  });

  test('arrows go from row to row and from token to token, and say where they are', async () => {
    const table = await mountTable({ data: { samples } });
    const picked = record(table, 'fv-segment-select');
    part(table, '.rows').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await table.updateComplete;
    const grid = part(table, '.rows');
    expect(table.shadowRoot!.getElementById(grid.getAttribute('aria-activedescendant')!)!.textContent).toContain('not good');
    expect(part(table, '[role=status]').textContent).toBe('2: not good. Predicted pos, gold neg, sum −2');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await table.updateComplete;
    expect(part(table, '[role=status]').textContent).toBe('not: −3, 1 of 2 by magnitude');
    expect(picked).toMatchObject([{ sample: 1, segment: 0, value: -3 }]);
    await userEvent.keyboard('{End}{Escape}');
    await table.updateComplete;
    expect(grid.hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('the row is copied as a line of a table', async () => {
    const table = await mountTable({ data: { samples } });
    table.scrollToSample(1);
    const clipboardData = new DataTransfer();
    part(table, '.rows').dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true }));
    expect(clipboardData.getData('text/plain')).toBe('2\tneg\tpos\t0.6\t-2\tnot good');
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each(['shown', 'settings', 'cursor', 'narrow', 'empty'])('%s', async (state) => {
    const table = await mountTable({ data: state === 'empty' ? null : { samples }, theme, underline: state === 'cursor' }, state === 'narrow' ? 320 : 800);
    if (state === 'settings') button(table, 'Settings').click();
    if (state === 'cursor') {
      part(table, '.rows').focus();
      await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    }
    await table.updateComplete;
    const { violations } = await axe.run(table);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const outer = table.getBoundingClientRect();
    for (const each of table.shadowRoot!.querySelectorAll<HTMLElement>('.button, .bar, .legend, .card:not([hidden])')) expect(each.getBoundingClientRect().right, each.className).toBeLessThanOrEqual(outer.right + 0.5);
  });
});

test('the words follow the language', async () => {
  const table = await mountTable({ data: { samples }, locale: 'zh-CN' });
  expect(text(table)).toContain('仅看错误（1）');
});
