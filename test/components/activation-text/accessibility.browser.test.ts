import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { FvActivationText } from '../../../src/components/activation-text/fv-activation-text';
import { mountText, textData } from '../../harness/activation-text';
import { frames, part } from '../../harness/mount';

const text = 'The old man said: "I have seen the sea." 你好\nNobody answered.';
const data = textData(text, (i, unit) => (i === 3 ? NaN : i === 4 ? Infinity : Math.sin(i + unit)), 12, {
  classes: [{ name: 'spam', activations: new Float32Array(text.length), shape: [text.length, 1], probability: 0.8 }], gold: 'spam', prediction: 'ham',
});

const states: Record<string, (element: FvActivationText) => void> = {
  empty: (element) => void (element.data = null),
  shown: () => undefined,
  settings: (element) => part(element, 'button[aria-label="Settings"]').click(),
  units: (element) => part(element, 'button[aria-label="Units"]').click(),
  selected: (element) => void element.selectMatches(/"[^"]*"/),
  cursor: (element) => element.scrollToSegment(4),
  error: (element) => void (element.unit = 99),
};

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each(Object.keys(states))('%s', async (state) => {
    const element = await mountText({ data, theme });
    states[state](element);
    await element.updateComplete;
    await frames(4);
    await element.updateComplete;
    const { violations } = await axe.run(element);
    expect(element.shadowRoot!.querySelector('.bar') !== null).toBe(state !== 'empty' && state !== 'error');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe.each([[300, 400, 'en'], [360, 640, 'zh']])('in %i × %i px, %s', (width, height, locale) => {
  test.each(['shown', 'selected', 'cursor'])('nothing sticks out: %s', async (state) => {
    const element = await mountText({ data, locale }, width, height);
    states[state](element);
    await element.updateComplete;
    await frames(3);
    const outer = element.getBoundingClientRect();
    for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('.button, .bar, .legend, .card:not([hidden]), .end')) {
      const box = each.getBoundingClientRect();
      expect(box.left, each.className).toBeGreaterThanOrEqual(outer.left - 0.5);
      expect(box.right, each.className).toBeLessThanOrEqual(outer.right + 0.5);
      expect(box.bottom, each.className).toBeLessThanOrEqual(outer.bottom + 0.5);
    }
  });
});

test('the words follow the language', async () => {
  const element = await mountText({ data, locale: 'zh-CN' });
  expect(part(element, '.scroller').getAttribute('aria-label')).toContain('单元 0');
});
