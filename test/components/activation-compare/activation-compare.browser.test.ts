import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvActivationCompare } from '../../../src/components/activation-compare/fv-activation-compare';
import type { FvActivationText } from '../../../src/components/activation-text/fv-activation-text';
import type { ActivationSample } from '../../../src/engine';
import { middleOf, segments } from '../../harness/activation-text';
import { eventually } from '../../harness/eventually';
import { mount, part, record } from '../../harness/mount';
import { dragMouse, turnWheel } from '../../harness/pointer-input';
import '../../../src/components/activation-compare/define';

const words = (text: string, valueOf: (word: number, unit: number) => number, more: Partial<ActivationSample> = {}): ActivationSample => {
  const count = text.trim().split(/\s+/).length;
  return { text, segmentation: 'word', units: ['x', 'y'], shape: [count, 2], activations: Float32Array.from({ length: 2 * count }, (_, at) => valueOf(at >> 1, at % 2)), ...more };
};
const text = 'one two three four';
const data = { left: words(text, (word, unit) => (unit === 0 ? word : -word)), right: words(text, (word, unit) => (unit === 0 ? word : 3 - word)), names: ['first', 'second'] as const };

async function mountCompare(properties: Partial<FvActivationCompare>, width = 1000, height = 400) {
  const element = await mount(Object.assign(new FvActivationCompare(), { locale: 'en', theme: 'light', ...properties }), width, height);
  await element.updateComplete;
  const texts = Array.from(element.shadowRoot!.querySelectorAll<FvActivationText>('fv-activation-text'));
  return { element, texts };
}
const lines = (element: FvActivationCompare) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.line'));
const classes = (each: FvActivationText) => segments(each).map((segment) => segment.className);

test('both sides in one range of colours, and their difference around zero', async () => {
  const { element, texts: [left, right, difference] } = await mountCompare({ data, unit: 1 });
  await eventually(() => classes(left)).toEqual(['s c128', 's c85', 's c43', 's c0']);
  expect(classes(right)).toEqual(['s c255', 's c213', 's c170', 's c128']);
  expect(classes(difference)).toEqual(['s c255', 's c255', 's c255', 's c255']);
  expect(part(element, '.bar').innerText).toContain('units paired by name');
  expect(Array.from(element.shadowRoot!.querySelectorAll('h3'), (title) => title.textContent)).toEqual(['first', 'second', 'Difference: second − first']);
});

test('the unit is one in all of them, by the list, the buttons and the keys', async () => {
  const { element, texts } = await mountCompare({ data });
  const changes = record(element, 'fv-unit-change');
  expect(lines(element).map((line) => line.innerText.split('\n')[0])).toEqual(['y', 'x']);
  await userEvent.click(lines(element)[0]);
  await element.updateComplete;
  expect(changes).toEqual([{ unit: 1 }]);
  expect(texts.map(({ unit }) => unit)).toEqual([1, 1, 1]);
  expect(part(element, '.unit-name').textContent).toBe('y');
  part(element, 'button[aria-label="Previous unit"]').focus();
  await userEvent.keyboard('{Enter}');
  expect(element.unit).toBe(0);
});

test('a segment under the pointer is marked in the other texts', async () => {
  const { element, texts } = await mountCompare({ data });
  const hovered = record(element, 'fv-segment-hover');
  await eventually(() => segments(texts[1]).length).toBe(4);
  await dragMouse(middleOf(segments(texts[1])[2]));
  expect(hovered.at(-1)).toMatchObject({ segment: 2, text: 'three' });
  const marked = (each: FvActivationText) => segments(each).findIndex((segment) => segment.hasAttribute('data-linked'));
  await eventually(() => texts.map(marked)).toEqual([2, -1, 2]);
});

test('the texts scroll together', async () => {
  const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
  const { texts } = await mountCompare({ data: { left: words(long, (word) => word), right: words(long, (word) => -word) } });
  const top = (each: FvActivationText) => Math.round(part(each, '.scroller').scrollTop);
  await eventually(() => segments(texts[0]).length).toBeGreaterThan(20);
  await turnWheel(middleOf(part(texts[0], '.scroller')), 200);
  await eventually(() => top(texts[0])).toBeGreaterThan(100);
  await eventually(() => texts.map(top)).toEqual(texts.map(() => top(texts[0])));
});

test('the most changed segments are listed, and shown by a click', async () => {
  const far = words(text, (word, unit) => (word === 2 && unit === 0 ? 50 : word));
  const { element, texts } = await mountCompare({ data: { left: words(text, (word) => word), right: far } });
  const list = part(element, '.units select') as HTMLSelectElement;
  list.value = 'unitSegments';
  list.dispatchEvent(new Event('change'));
  await element.updateComplete;
  expect(lines(element)[0].innerText.replaceAll(/\s+/g, ' ')).toBe('three +48');
  await userEvent.click(lines(element)[0]);
  await eventually(() => texts[2].highlightedSegment).toBe(2);
  expect(segments(texts[0])[2].hasAttribute('data-cursor')).toBe(true);
});

test('texts that differ are an error that says where', async () => {
  const { element } = await mountCompare({});
  expect(part(element, '.notice.empty').textContent).toContain('Nothing to compare yet');
  const errors = record(element, 'fv-error');
  element.data = { left: data.left, right: words('one two threw four', () => 1) };
  await eventually(() => errors.length).toBe(1);
  await element.updateComplete;
  expect(part(element, '.notice.error').textContent).toContain('at offset 12');
  element.data = data;
  element.unit = 5;
  await eventually(() => errors.at(-1)?.expected).toBe('a unit out of 0 to 1');
  element.unit = 1;
  await eventually(() => element.shadowRoot!.querySelector('.notice')).toBeNull();
});

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each([['wide', 1000], ['narrow', 320]] as const)('%s', async (_, width) => {
    const { element, texts } = await mountCompare({ data, theme }, width, 600);
    await eventually(() => segments(texts[2]).length).toBe(4);
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const outer = element.getBoundingClientRect();
    for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('.button, .bar, select, .line')) expect(each.getBoundingClientRect().right, each.className).toBeLessThanOrEqual(outer.right + 0.5);
  });
});

test('the words follow the language', async () => {
  const { element } = await mountCompare({ data, locale: 'zh' });
  expect(part(element, '.bar').innerText).toContain('单元按名称对应');
});
