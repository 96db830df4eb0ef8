import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FvActivationText } from '../../../src/components/activation-text/fv-activation-text';
import { middleOf, mountText, segments, textData } from '../../harness/activation-text';
import { frames, part, record, text as seenText } from '../../harness/mount';
import { dragMouse, dragMouseHolding, turnWheel } from '../../harness/pointer-input';

const button = (element: FvActivationText, name: string) => part(element, `button[aria-label="${name}"]`);
const choose = (element: FvActivationText, label: string, value: string) => {
  const select = Array.from(element.shadowRoot!.querySelectorAll('label')).find((each) => each.textContent.trim().startsWith(label))!.querySelector('select')!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
/** What a copy command would put on the clipboard. */
function copied(element: FvActivationText): string {
  const clipboardData = new DataTransfer();
  part(element, '.scroller').dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true }));
  return clipboardData.getData('text/plain');
}

afterEach(() => getSelection()?.removeAllRanges());

describe('the pointer', () => {
  test('shows value, rank and unit of the segment under it', async () => {
    const element = await mountText({ data: textData('abcd', (i) => [3, 9, 9, 1][i], 1, { units: ['opening'] }) });
    const hovered = record(element, 'fv-segment-hover');
    await dragMouse(middleOf(segments(element)[0]));
    await frames(3);
    expect(hovered.at(-1)).toMatchObject({ segment: 0, text: 'a', start: 0, end: 1, value: 3, units: [0] });
    expect(part(element, '.card').innerText.replaceAll(/\s+/g, ' ')).toBe('a Value 3 Rank 3 of 4 Unit opening (0)');
    await dragMouse(middleOf(segments(element)[1]));
    await frames(3);
    expect(part(element, '.card').innerText).toContain('1 of 4');
  });

  test('picks a segment by a click', async () => {
    const element = await mountText({ data: textData('abcd') });
    const picked = record(element, 'fv-segment-select');
    await dragMouse(middleOf(segments(element)[2]));
    await frames(3);
    expect(picked).toMatchObject([{ segment: 2, text: 'c' }]);
  });

  test('selects characters by dragging, more with Ctrl, and they are copied whole', async () => {
    const text = 'one two three';
    const element = await mountText({ data: textData(text) });
    const selected = record(element, 'fv-range-select');
    const at = (index: number) => middleOf(segments(element)[index]);
    await dragMouse({ x: at(0).x - 3, y: at(0).y }, at(1), { x: at(2).x + 3, y: at(2).y });
    await frames(3);
    expect(selected.at(-1)).toEqual({ ranges: [[0, 3]] });
    expect(element.ranges).toEqual([[0, 3]]);
    expect(seenText(element)).toContain('3 characters selected');
    expect(copied(element)).toBe('one');
    expect(segments(element).map((span) => span.classList.contains('chosen')).slice(0, 5)).toEqual([true, true, true, false, false]);
    await dragMouse({ x: at(4).x - 3, y: at(4).y }, at(5), { x: at(6).x + 3, y: at(6).y });
    await frames(3);
    expect(element.ranges).toEqual([[4, 7]]);
    await dragMouseHolding({ ctrl: true }, { x: at(8).x - 3, y: at(8).y }, at(9), { x: at(9).x + 3, y: at(9).y });
    await frames(3);
    expect(element.ranges).toEqual([[4, 7], [8, 10]]);
    expect(copied(element)).toBe('two\nth');
    await dragMouse(middleOf(segments(element)[6]));
    await frames(3);
    expect(selected.at(-1)).toEqual({ ranges: [] });
  });

  test('a selection longer than what is in the page is copied whole', async () => {
    const text = 'A line of text.\n'.repeat(3000);
    const element = await mountText({ data: textData(text) });
    part(element, '.scroller').focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(element.ranges).toEqual([[0, text.length]]);
    expect(copied(element)).toBe(text);
  });

  test('scrolls by the wheel', async () => {
    const element = await mountText({ data: textData('A line of text.\n'.repeat(500)) });
    await turnWheel(middleOf(part(element, '.scroller')), 600);
    await expect.poll(() => part(element, '.scroller').scrollTop).toBeGreaterThan(300);
  });
});

describe('the keyboard', () => {
  const mountFocused = async (text: string) => {
    const element = await mountText({ data: textData(text) });
    part(element, '.scroller').focus();
    return element;
  };
  const cursor = (element: FvActivationText) => segments(element).findIndex((span) => span.hasAttribute('data-cursor'));

  test('walks from segment to segment and says what is there', async () => {
    const element = await mountFocused('abcd');
    const hovered = record(element, 'fv-segment-hover');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(cursor(element)).toBe(1);
    expect(hovered.at(-1)).toMatchObject({ segment: 1, text: 'b' });
    await frames(3);
    expect(part(element, '[role=status]').textContent).toBe('b: 1, rank 3 of 4');
    await userEvent.keyboard('{End}');
    expect(cursor(element)).toBe(3);
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(cursor(element)).toBe(0);
  });

  test('goes to the line above and below', async () => {
    const element = await mountFocused('mmmm\nmmmm\nmm');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(cursor(element)).toBe(7);
    await userEvent.keyboard('{ArrowDown}');
    expect(cursor(element)).toBe(11);
    await userEvent.keyboard('{ArrowUp}');
    expect(cursor(element)).toBe(6);
  });

  test('goes the way it points in text from right to left', async () => {
    const element = await mountFocused('שלום');
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}');
    expect(cursor(element)).toBe(2);
  });

  test('selects with Shift, picks with Enter, clears with Escape', async () => {
    const element = await mountFocused('abcdef');
    const selected = record(element, 'fv-range-select');
    const picked = record(element, 'fv-segment-select');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}');
    expect(selected.at(-1)).toEqual({ ranges: [[1, 4]] });
    expect(picked).toMatchObject([{ segment: 3 }]);
    await userEvent.keyboard('{Escape}');
    expect(element.ranges).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(cursor(element)).toBe(-1);
  });
});

describe('the bar', () => {
  const data = textData('abcdef', (i, unit) => (unit === 2 ? (i % 2) * 10 : i * (unit + 1)), 4);

  test('chooses a unit by buttons and by number', async () => {
    const element = await mountText({ data });
    const changed = record(element, 'fv-unit-change');
    button(element, 'Next unit').click();
    await element.updateComplete;
    const field = part(element, 'input[type=number]') as HTMLInputElement;
    expect([element.unit, field.value]).toEqual([1, '1']);
    field.value = '99';
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect([element.unit, field.value]).toEqual([3, '3']);
    expect(changed).toEqual([{ unit: 1 }, { unit: 3 }]);
  });

  test('changes settings, each an event and a property', async () => {
    const element = await mountText({ data });
    const changed = record(element, 'fv-setting-change');
    button(element, 'Settings').click();
    await element.updateComplete;
    choose(element, 'Palette', 'cividis');
    choose(element, 'Range', 'rank');
    choose(element, 'Colour by', 'word');
    await element.updateComplete;
    expect(changed).toEqual([{ name: 'palette', value: 'cividis' }, { name: 'normalization', value: 'rank' }, { name: 'granularity', value: 'word' }]);
    expect([element.palette, element.normalization, element.granularity]).toEqual(['cividis', 'rank', 'word']);
    // Words are joined from characters: how, can be chosen now.
    expect(seenText(element)).toContain('Segments joined by');
  });

  test('lists units by variance and by likeness, and the strongest segments', async () => {
    const element = await mountText({ data });
    button(element, 'Units').click();
    const lines = () => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.line .name, .line .context-text'), ({ textContent }) => textContent);
    await expect.poll(lines).toEqual(['unit 3', 'unit 2', 'unit 1', 'unit 0']);
    choose(element, 'Units by', 'similar');
    await expect.poll(lines).toEqual(['unit 1', 'unit 3', 'unit 2']);
    choose(element, 'Units by', 'segments');
    await expect.poll(() => lines()[0]).toBe('abcdef');
    expect(part(element, '.line mark').textContent).toBe('f');
    (element.shadowRoot!.querySelector('.line') as HTMLElement).click();
    await frames(3);
    expect(segments(element)[5].hasAttribute('data-cursor')).toBe(true);
  });

  test('ranks the units that respond to what is selected, in a worker', async () => {
    const text = 'he said "yes" and "no way" to me';
    let quoted = false;
    const inside = Array.from(text, (char) => {
      if (char === '"') quoted = !quoted;
      return quoted || char === '"' ? 1 : 0;
    });
    const element = await mountText({ data: textData(text, (i, unit) => (unit === 5 ? 4 * inside[i] + (i % 3) : Math.sin(i * (unit + 2))), 8) });
    expect(element.selectMatches(/"[^"]*"/)).toBe(2);
    await element.updateComplete;
    part(element, '.outlined').click();
    await expect.poll(() => element.shadowRoot!.querySelector('.line .name')?.textContent, { timeout: 10_000 }).toBe('unit 5');
    expect(element.shadowRoot!.querySelector('.line .figure')!.textContent).toBe('1');
    (element.shadowRoot!.querySelector('.line') as HTMLElement).click();
    expect(element.unit).toBe(5);
  });

  test('lists and returns the responses of units for a page that asks; not without a selection', async () => {
    const element = await mountText({ data: textData('ab"cd"ef', (i, unit) => (unit === 2 ? Number(i > 1 && i < 6) : Math.sin(i * (unit + 2))), 4) });
    await expect(element.rankUnits()).rejects.toThrow('Expected a selection');
    element.selectRanges([[2, 6]]);
    const responses = await element.rankUnits();
    expect(responses[0]).toMatchObject({ unit: 2, auc: 1 });
    expect(responses.map(({ unit }) => unit).sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect(element.shadowRoot!.querySelector('.line .name')?.textContent).toBe('unit 2');
    expect((await element.rankUnits('meanDifference'))[0]).toMatchObject({ unit: 2, meanDifference: 1 });
  });

  test('selects in all samples what a pattern finds, and ranks over all of them', async () => {
    // Unit 1 tells the first sample's quotes from the rest, unit 2 the quotes of both.
    const sample = (text: string, first: boolean) => textData(text, (i, unit, char) => [Math.sin(i), first && char === 'q' ? 1 : 0, char === 'q' ? 1 : 0.1 * Math.sin(i)][unit], 3);
    const element = await mountText({ data: { ...sample('ab "qqq" cd', true), samples: [sample('"qq" xyz', false)] } });
    button(element, 'Units').click();
    await element.updateComplete;
    choose(element, 'Units by', 'response');
    await element.updateComplete;
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('.pattern input')!;
    await userEvent.fill(field, 'q+');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => element.shadowRoot!.querySelector('.line .name')?.textContent, { timeout: 5000 }).toBe('unit 2');
    expect(part(element, '.selected').textContent).toContain('5 ');
    expect(element.ranges).toEqual([[4, 7]]);
    element.sample = 1;
    await expect.poll(() => element.ranges, { timeout: 5000 }).toEqual([[1, 3]]);
    expect(segments(element).filter((each) => each.classList.contains('chosen'))).toHaveLength(2);
    await userEvent.fill(field, '(');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => element.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '', { timeout: 5000 }).toContain('Unterminated');
    expect(element.ranges).toEqual([[1, 3]]);
  });
});

describe('the legend', () => {
  test('has ends to drag and to move by keys, and a way back', async () => {
    const element = await mountText({ data: textData('abcdefghijk') });
    const changed = record(element, 'fv-setting-change');
    const high = part(element, '.end.high');
    const box = part(element, '.chart').getBoundingClientRect();
    await dragMouse(middleOf(high), { x: box.left + box.width * 0.7, y: box.top + 5 }, { x: box.left + box.width / 2, y: box.top + 5 });
    await element.updateComplete;
    expect(element.high).toBeCloseTo(5, 0);
    expect(changed.at(-1)).toMatchObject({ name: 'high' });
    expect(segments(element)[10].className).toBe('s c255');
    expect(segments(element)[7].className).toBe('s c255');
    part(element, '.end.low').focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await element.updateComplete;
    expect(element.low).toBeCloseTo(1, 5);
    expect(part(element, '.end.low').getAttribute('aria-valuetext')).toBe('1');
    button(element, 'Back to the range of the values').click();
    await element.updateComplete;
    expect([element.low, element.high]).toEqual([null, null]);
  });
});
