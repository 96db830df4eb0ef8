import { describe, expect, test } from 'vitest';
import { contrast, parseColor, RAMP_NAMES } from '../../../src/engine';
import { middleOf, mountText, pageText, segments, textData } from '../../harness/activation-text';
import { frames, part, record, text as seenText } from '../../harness/mount';

const pieces = (list: HTMLElement[]) => list.map((span) => span.textContent);
const background = (span: HTMLElement) => getComputedStyle(span).backgroundColor;

describe('text', () => {
  test('is the text, character by character, with white space, line breaks and markup as text', async () => {
    const text = 'a  b\n\n<img src=x onerror=alert(1)>\tñ👨‍👩‍👧e\u0301';
    const element = await mountText({ data: textData(text) });
    expect(pageText(element)).toBe(text);
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
    expect(pieces(segments(element)).slice(-3)).toEqual(['ñ', '👨‍👩‍👧', 'e\u0301']);
  });

  test('has the colours of its values, and another palette touches no element', async () => {
    const element = await mountText({ data: textData('abc') });
    const [a, b, c] = segments(element);
    expect([a, b, c].map(background)).toEqual(['rgb(68, 1, 84)', 'rgb(34, 144, 139)', 'rgb(253, 231, 37)']);
    element.palette = 'blue-red';
    await element.updateComplete;
    expect(segments(element)).toEqual([a, b, c]);
    expect(background(a)).toBe('rgb(7, 95, 175)');
  });

  test.each(RAMP_NAMES)('reads well on every colour of %s', async (palette) => {
    const element = await mountText({ data: textData('x'.repeat(300)), palette, normalization: 'rank' });
    for (const span of segments(element)) {
      const { color, backgroundColor } = getComputedStyle(span);
      expect(contrast(parseColor(color), parseColor(backgroundColor))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('is joined into words, sentences, and back', async () => {
    const element = await mountText({ data: textData('Go on. Stop it.'), granularity: 'word', aggregate: 'sum' });
    expect(pieces(segments(element))).toEqual(['Go', ' ', 'on', '.', ' ', 'Stop', ' ', 'it', '.']);
    element.granularity = 'sentence';
    await element.updateComplete;
    expect(pieces(segments(element))).toEqual(['Go on.', ' ', 'Stop it.']);
    element.granularity = '';
    await element.updateComplete;
    expect(segments(element)).toHaveLength(15);
  });

  test('shows NaN and infinities as such, and says how many', async () => {
    const element = await mountText({ data: textData('abcdef', (i) => [0, 1, NaN, Infinity, -Infinity, NaN][i]) });
    expect(segments(element).map(({ className }) => className)).toEqual(['s c0', 's c255', 's nan', 's c255 inf', 's c0 inf', 's nan']);
    expect(seenText(element)).toMatch(/NaN 2 −∞ 1 ∞ 1/);
  });

  test('says that a unit is constant', async () => {
    const element = await mountText({ data: textData('abc', () => 0.5) });
    expect(seenText(element)).toContain('constant: 0.5');
    expect(new Set(segments(element).map(({ className }) => className))).toEqual(new Set(['s c128']));
  });

  test('shows white space without changing the text', async () => {
    const element = await mountText({ data: textData('a b\t\n\u00a0c'), whitespace: true });
    expect(pageText(element)).toBe('a b\t\n\u00a0c');
    expect(Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.space'), ({ dataset }) => dataset.mark)).toEqual(['·', '→', '↵', '⍽']);
  });

  test('neutralises controls that reorder text, and names them', async () => {
    const text = 'user \u202eadmin';
    const element = await mountText({ data: textData(text) });
    expect(pageText(element)).toBe(text);
    expect(part(element, '.control').dataset.mark).toBe('RLO');
    // Left to right still: each letter stands right of the one before.
    const places = segments(element).slice(6).map((span) => middleOf(span).x);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('runs from right to left where it does, paragraph by paragraph', async () => {
    const element = await mountText({ data: textData('שלום עולם\nhello') });
    const [first, second] = element.shadowRoot!.querySelectorAll('p');
    expect([first.dir, second.dir]).toEqual(['rtl', 'ltr']);
    const box = part(element, '.text').getBoundingClientRect();
    expect(first.querySelector('.s')!.getBoundingClientRect().right).toBeCloseTo(box.right, 0);
    expect(second.querySelector('.s')!.getBoundingClientRect().left).toBeCloseTo(box.left, 0);
  });

  test('underlines by value, so that it is not told by colour alone', async () => {
    const element = await mountText({ data: textData('abc'), underline: true });
    expect(segments(element).map((span) => getComputedStyle(span).borderBlockEndWidth)).toEqual(['0px', '2px', '5px']);
  });
});

describe('properties', () => {
  const data = textData('abcd', (i, unit) => (unit === 0 ? i : -i), 2, {
    layers: [{ name: 'deep', activations: Float32Array.of(3, 2, 1, 0), shape: [4, 1] }],
    samples: [textData('xyz', (i) => 10 * i, 2, { name: 'second', layers: [] })],
  });

  test('choose the unit, several units, the layer and the sample', async () => {
    const element = await mountText({ data, normalization: 'sample' });
    const classes = () => segments(element).map(({ className }) => className);
    expect(classes()).toEqual(['s c0', 's c85', 's c170', 's c255']);
    element.unit = 1;
    await element.updateComplete;
    expect(classes()).toEqual(['s c255', 's c170', 's c85', 's c0']);
    element.units = [0, 1];
    await element.updateComplete;
    expect(new Set(classes())).toEqual(new Set(['s c128']));
    element.units = null;
    element.sample = 1;
    await element.updateComplete;
    expect(pageText(element)).toBe('xyz');
  });

  test('set by the page fire no events', async () => {
    const element = await mountText({ data });
    const events = (['fv-unit-change', 'fv-setting-change', 'fv-range-select', 'fv-segment-hover'] as const).map((name) => record(element, name));
    Object.assign(element, { unit: 1, palette: 'magma', granularity: 'word', low: -1 });
    await element.updateComplete;
    element.selectRanges([[0, 2]]);
    expect(events.flat()).toEqual([]);
  });

  test('of a bad value or bad data give an error, on the page and as an event, and the next good one is shown', async () => {
    const element = await mountText({ data });
    const errors = record(element, 'fv-error');
    element.unit = 7;
    await element.updateComplete;
    expect(errors).toMatchObject([{ code: 'invalid-option', received: '7' }]);
    expect(seenText(element)).toContain('a unit out of 0 to 1');
    element.unit = 0;
    element.data = { ...data, text: '' };
    await element.updateComplete;
    expect(errors[1]).toMatchObject({ code: 'invalid-data', received: 'an empty text' });
    element.data = textData('fine');
    await element.updateComplete;
    expect(pageText(element)).toBe('fine');
    expect(element.shadowRoot!.querySelector('.notice')).toBeNull();
    expect(errors).toHaveLength(2);
  });

  test('say what to give an element without data', async () => {
    expect(seenText(await mountText({}))).toContain('No text yet');
  });
});

describe('a long text', () => {
  const long = Array.from({ length: 2000 }, (_, i) => `Line ${i} of a text that is too long for the page to hold.\n`).join('');

  test('is in the page only where it is seen, wherever it is scrolled to', async () => {
    const element = await mountText({ data: textData(long) });
    const scroller = part(element, '.scroller');
    expect(pageText(element).length).toBeLessThan(8000);
    expect(scroller.scrollHeight).toBeGreaterThan(30_000);
    scroller.scrollTop = scroller.scrollHeight / 2;
    await frames(6);
    expect(pageText(element).length).toBeLessThan(8000);
    expect(pageText(element)).toContain('Line 10');
    expect(long).toContain(pageText(element));
    scroller.scrollTop = scroller.scrollHeight;
    await frames(8);
    expect(pageText(element)).toContain('Line 1999 ');
  });

  test('leaves no gap and no overlap between its blocks', async () => {
    const element = await mountText({ data: textData(long) }, 420);
    const scroller = part(element, '.scroller');
    scroller.scrollTop = 12_345;
    await frames(8);
    const blocks = Array.from(element.shadowRoot!.querySelectorAll('.block'), (block) => block.getBoundingClientRect());
    for (let i = 1; i < blocks.length; i++) expect(Math.abs(blocks[i].top - blocks[i - 1].bottom)).toBeLessThan(1);
    const view = scroller.getBoundingClientRect();
    expect(blocks[0].top).toBeLessThanOrEqual(view.top);
    expect(blocks[blocks.length - 1].bottom).toBeGreaterThanOrEqual(view.bottom);
  });

  test('stays at its place when the element is resized', async () => {
    const element = await mountText({ data: textData(long) });
    part(element, '.scroller').scrollTop = 20_000;
    await frames(6);
    const before = pageText(element);
    element.style.width = '400px';
    await frames(8);
    const line = /Line \d+ /.exec(before.slice(before.length / 3))![0];
    expect(pageText(element)).toContain(line);
  });

  test('goes to a segment', async () => {
    const element = await mountText({ data: textData(long) });
    const target = long.indexOf('Line 1500');
    element.scrollToSegment(target);
    await frames(3);
    const found = segments(element).find(({ dataset }) => dataset.g === String(target))!;
    const view = part(element, '.scroller').getBoundingClientRect();
    expect(found.getBoundingClientRect().top).toBeGreaterThanOrEqual(view.top);
    expect(found.getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom);
  });
});
