import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvEntityText } from '../../../src/components/entity-text/fv-entity-text';
import '../../../src/components/entity-text/define';
import { contrast, parseColor, type EntitySentence, type EntitySpan } from '../../../src/engine';
import { eventually } from '../../harness/eventually';
import { mount, part, record, text } from '../../harness/mount';

/** The span of a part of a text. */
function span(of: string, inner: string, label: string, score?: number): EntitySpan {
  const start = of.indexOf(inner);
  return { start, end: start + inner.length, label, ...(score === undefined ? {} : { score }) };
}

const TIMES = 'The New York Times praised Ada Lovelace in Rome.';
const nested: EntitySentence = { text: TIMES, spans: [span(TIMES, 'The New York Times', 'ORG', 0.9), span(TIMES, 'New York', 'LOC', 0.8), span(TIMES, 'Ada Lovelace', 'PER', 0.4), span(TIMES, 'Rome', 'LOC', 0.99)] };
const judged: EntitySentence[] = [
  { text: 'Ada saw Rome', spans: [span('Ada saw Rome', 'Ada', 'PER', 0.9), span('Ada saw Rome', 'Rome', 'ORG', 0.6)], gold: [span('Ada saw Rome', 'Ada', 'PER'), span('Ada saw Rome', 'Rome', 'LOC')] },
  { text: 'Nothing here', spans: [], gold: [] },
  { text: 'Boris Wei left', spans: [span('Boris Wei left', 'Boris', 'PER', 0.7)], gold: [span('Boris Wei left', 'Boris Wei', 'PER')] },
];

function show(properties: Partial<FvEntityText> = {}, width = 900, height = 400): Promise<FvEntityText> {
  return mount(Object.assign(new FvEntityText(), { locale: 'en', data: [nested], ...properties }), width, height);
}

const all = (element: FvEntityText, selector: string) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>(selector));
const segment = (element: FvEntityText, of: string) => all(element, '.seg').find((each) => each.textContent === of)!;
const entry = (element: FvEntityText, key: string) => part(element, `.entry[data-key=${key}]`);
const numbers = (element: FvEntityText) => all(element, '.block').map(({ dataset }) => dataset.number);
const tags = (element: FvEntityText) => all(element, '.tag').map(({ dataset }) => dataset.mark);

describe('the text', () => {
  test('is one running text: what is selected is what is copied, without labels', async () => {
    const element = await show();
    const paragraph = part(element, '.block p');
    expect(paragraph.textContent).toBe(TIMES);
    getSelection()!.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
    expect(getSelection()!.toString()).toBe(TIMES);
    expect(tags(element)).toEqual(['LOC 0.80', 'ORG 0.90', 'PER 0.40', 'LOC 0.99']);
  });

  test('spans that overlap have lanes of their own, which go on through all their segments and over line ends', async () => {
    const element = await show({}, 260);
    /** How far above the lower edge of a segment the line of a label is. */
    const lineOf = (of: string, label: number) => {
      const { backgroundImage, backgroundPosition } = segment(element, of).style;
      const layer = backgroundImage.split(/,\s*(?=linear|repeating)/).findIndex((image) => image.includes(`--line-${label})`));
      return Number(/- (\d+)px/.exec(backgroundPosition.split(',')[layer])?.[1] ?? 0);
    };
    // LOC is label 0, the most frequent; ORG follows.
    expect([lineOf('The ', 1), lineOf('New York', 0), lineOf('New York', 1), lineOf(' Times', 1)]).toEqual([0, 5, 0, 0]);
    const bottoms = ['The ', 'New York'].map((of) => segment(element, of).getClientRects()[0].bottom);
    expect(Math.abs(bottoms[0] - bottoms[1])).toBeLessThan(1);
    expect(new Set(all(element, '.seg').flatMap((each) => Array.from(each.getClientRects(), ({ top }) => Math.round(top)))).size).toBeGreaterThan(2);
  });

  test('goes from right to left where its first letter does', async () => {
    const hebrew = 'דוד בן גוריון הכריז';
    const element = await show({ data: [{ text: hebrew, spans: [span(hebrew, 'דוד', 'PER'), span(hebrew, 'הכריז', 'ACT')] }] });
    expect(part(element, '.block p').dir).toBe('rtl');
    expect(segment(element, 'דוד').getBoundingClientRect().left).toBeGreaterThan(segment(element, 'הכריז').getBoundingClientRect().left);
  });

  test('markup and controls that reorder text are text', async () => {
    const evil = '<img src=x> a\u202Eb\u202C c';
    const element = await show({ data: [{ text: evil, spans: [span(evil, '<img', '<b>X</b>')] }] });
    expect(part(element, '.block p').textContent).toBe(evil);
    expect(element.shadowRoot!.querySelector('img, .block b')).toBeNull();
    expect(all(element, '.control').map(({ dataset }) => dataset.mark)).toEqual(['RLO', 'PDF']);
    expect(text(element)).toContain('<b>X</b>');
  });

  test.each(['light', 'dark'] as const)('is read at 7 : 1 on every label, given colours included (%s)', async (theme) => {
    const element = await show({ theme, colors: { PER: '#000080', LOC: 'yellow' } });
    const style = getComputedStyle(part(element, '.root'));
    const ink = parseColor(style.getPropertyValue('--_text'));
    const fills = [0, 1, 2].map((i) => parseColor(style.getPropertyValue(`--fill-${i}`)));
    for (const fill of fills) expect(contrast(ink, fill)).toBeGreaterThanOrEqual(7);
    expect(new Set(fills.map(String)).size).toBe(3);
  });

  test('of 100,000 sentences only those in sight have elements', async () => {
    const data = Array.from({ length: 100_000 }, (_, i) => ({ text: `Sentence ${i} of Rome`, spans: [{ start: 0, end: 8, label: 'X' }] }));
    const element = await show({ data });
    expect(part(element, '.listed').textContent).toBe('100,000 sentences');
    expect(all(element, '.block').length).toBeLessThan(60);
    part(element, '.scroller').scrollTop = 1e9;
    await eventually(() => numbers(element).at(-1)).toBe('100000');
  });
});

describe('the pointer', () => {
  test('on a segment shows all its spans, the shortest first, with score and tokens', async () => {
    const element = await show({ data: [{ ...nested, tokens: Uint32Array.of(0, 3, 4, 7, 8, 12, 13, 18) }] });
    const hovers = record(element, 'fv-entity-hover');
    await userEvent.hover(segment(element, 'New York'));
    await eventually(() => part(element, '.card').hidden).toBe(false);
    expect(all(element, '.card section').map((each) => each.innerText.replaceAll(/\s+/g, ' ').trim())).toEqual(['LOC Score 0.800 New York 2 tokens', 'ORG Score 0.900 The New York Times 4 tokens']);
    expect(hovers.at(-1)).toEqual({ row: 0, span: { start: 4, end: 12, label: 'LOC', score: 0.8 }, side: 'predicted', verdict: null, text: 'New York' });
    await userEvent.hover(part(element, '.bar'));
    await eventually(() => part(element, '.card').hidden).toBe(true);
    expect(hovers.at(-1)).toEqual({ row: null, span: null, side: null, verdict: null, text: '' });
  });

  test('shows a label alone by a click, hides it with Shift; sentences without it are not listed', async () => {
    const element = await show({ data: [nested, { text: 'Rome', spans: [{ start: 0, end: 4, label: 'LOC' }] }] });
    const changes = record(element, 'fv-setting-change');
    await userEvent.click(entry(element, 'PER'));
    await eventually(() => numbers(element)).toEqual(['1']);
    expect(tags(element)).toEqual(['PER 0.40']);
    expect(changes.at(-1)).toEqual({ name: 'labelFilter', value: { soloed: ['PER'], hidden: [] } });
    await userEvent.click(entry(element, 'PER'));
    await userEvent.keyboard('{Shift>}');
    await userEvent.click(entry(element, 'LOC'));
    await userEvent.keyboard('{/Shift}');
    await eventually(() => tags(element)).toEqual(['ORG 0.90', 'PER 0.40']);
    expect([entry(element, 'LOC').ariaPressed, entry(element, 'PER').ariaPressed]).toEqual(['false', 'true']);
  });

  test('lowers what counts by the slider, and the counts follow', async () => {
    const element = await show();
    const slider = part(element, '.threshold input') as HTMLInputElement;
    await userEvent.fill(slider, '0.85');
    await eventually(() => tags(element)).toEqual(['ORG 0.90', 'LOC 0.99']);
    expect(all(element, '.entry .count').map((each) => each.textContent)).toEqual(['1', '1', '0']);
    expect(element.threshold).toBe(0.85);
  });

  test('finds sentences', async () => {
    const element = await show({ data: judged });
    await userEvent.fill(part(element, '.find input'), 'BORIS');
    await eventually(() => numbers(element)).toEqual(['3']);
    expect(part(element, '.listed').textContent).toBe('1 of 3 sentences');
    await userEvent.fill(part(element, '.find input'), 'nobody');
    await eventually(() => text(element)).toContain('No sentence has what is asked for');
  });
});

describe('gold against predicted', () => {
  test('tags tell verdicts in words; gold that was not predicted so is dashed', async () => {
    const element = await show({ data: judged });
    expect(tags(element)).toEqual(['PER 0.90', 'ORG 0.60 · type', 'gold LOC', 'PER 0.70 · boundary', 'gold PER']);
    expect(segment(element, 'Rome').style.backgroundImage).toContain('repeating-linear-gradient');
    expect(all(element, '.verdicts .entry').map((each) => each.innerText.replaceAll(/\s+/g, ' '))).toEqual(['exact 1', 'boundary 1', 'type 1', 'spurious 0', 'missed 0']);
  });

  test('a cell of the confusion grid lists its sentences, again all of them', async () => {
    const element = await show({ data: judged });
    await userEvent.click(part(element, '.f1'));
    const cell = () => all(element, '.cell').find((each) => each.ariaLabel === 'Gold LOC, predicted ORG: 1')!;
    expect(all(element, 'tfoot tr:first-child td').map((each) => each.textContent)).toEqual(['3', '3', '33.3', '33.3', '33.3']);
    await userEvent.click(cell());
    await eventually(() => numbers(element)).toEqual(['1']);
    expect(all(element, '.tag.faded').map(({ dataset }) => dataset.mark)).toEqual(['PER 0.90']);
    expect([element.pair, cell().ariaPressed]).toEqual([{ gold: 'LOC', predicted: 'ORG' }, 'true']);
    await userEvent.click(part(element, '.clear'));
    await eventually(() => numbers(element)).toEqual(['1', '2', '3']);
    expect(element.pair).toBeNull();
  });

  test('the most confident mistakes come first where that is asked for', async () => {
    const element = await show({ data: judged });
    const changes = record(element, 'fv-setting-change');
    await userEvent.selectOptions(part(element, '.bar select'), 'Most confident mistakes first');
    await eventually(() => numbers(element)).toEqual(['3', '1', '2']);
    expect(changes.at(-1)).toEqual({ name: 'order', value: 'confident-mistakes' });
  });

  test('verdicts are filtered as labels are', async () => {
    const element = await show({ data: judged });
    await userEvent.click(entry(element, 'boundary'));
    await eventually(() => numbers(element)).toEqual(['3']);
  });

  test('the card names the other side', async () => {
    const element = await show({ data: judged });
    await userEvent.hover(segment(element, 'Boris'));
    await eventually(() => part(element, '.card').innerText).toMatch(/boundary other boundaries: gold PER “Boris Wei”/);
  });
});

describe('the keyboard', () => {
  const spoken = (element: FvEntityText) => part(element, '.spoken').textContent;

  test('goes from span to span and from sentence to sentence, and what it reads is spoken', async () => {
    const element = await show({ data: judged });
    const clicks = record(element, 'fv-entity-click');
    part(element, '.scroller').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(spoken(element)).toBe('PER: Ada, Score 0.90, as in the gold');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(spoken(element)).toBe('gold PER: Boris Wei, other boundaries: predicted PER “Boris”');
    expect(all(element, '.seg.at').map((each) => each.textContent)).toEqual(['Boris', ' Wei']);
    await userEvent.keyboard('{ArrowUp}');
    expect(spoken(element)).toMatch(/^PER: Ada/);
    await userEvent.keyboard('{End}{Enter}');
    expect(clicks.map(({ row, text: of }) => [row, of])).toEqual([[2, 'Boris']]);
    await userEvent.keyboard('{Escape}');
    expect([part(element, '.card').hidden, all(element, '.seg.at')]).toEqual([true, []]);
  });

  test('goes on to the left in a text from right to left', async () => {
    const hebrew = 'דוד בן גוריון';
    const element = await show({ data: [{ text: hebrew, spans: [span(hebrew, 'דוד', 'A'), span(hebrew, 'בן', 'B')] }] });
    part(element, '.scroller').focus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(spoken(element)).toBe('B: בן');
  });
});

describe('files and errors', () => {
  test('loads Flair\'s test.tsv, and tells what is wrong with another file', async () => {
    const element = await show({ data: null, src: `data:text/plain,${encodeURIComponent('Ada B-PER B-PER 0.9\nleft O O 1.0\n')}` });
    await eventually(() => tags(element)).toEqual(['PER 0.90']);
    const errors = record(element, 'fv-error');
    element.src = `data:text/plain,${encodeURIComponent('<!doctype html><html>')}`;
    await eventually(() => errors.map(({ code }) => code)).toEqual(['format']);
    expect(text(element)).toContain('a web page');
  });

  test('bad data is told, good data after it shown', async () => {
    const element = await show({ data: null });
    expect(text(element)).toContain('No sentences yet');
    const errors = record(element, 'fv-error');
    element.data = [{ text: 'Rome', spans: [{ start: 2, end: 9, label: 'LOC' }] }];
    await eventually(() => errors.length).toBe(1);
    expect(text(element)).toMatch(/Expected spans within 0 … 4, the text of sentence 0/);
    element.data = [nested];
    await eventually(() => tags(element).length).toBe(4);
    expect(element.shadowRoot!.querySelector('.notice')).toBeNull();
  });

  test('comes back as it was when it is moved in the page', async () => {
    const element = await show();
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await eventually(() => tags(element).length).toBe(4);
  });
});

describe('access', () => {
  test.each([['light', 'en'], ['light', 'zh'], ['dark', 'en'], ['dark', 'zh']] as const)('axe finds nothing (%s, %s)', async (theme, locale) => {
    const element = await show({ data: judged, scores: true, theme, locale, labelFilter: { soloed: [], hidden: ['MISC'] } });
    expect((await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  test('Chinese words throughout', async () => {
    const element = await show({ data: judged, scores: true, locale: 'zh' });
    expect(tags(element)[1]).toBe('ORG 0.60 · 类型');
    expect(text(element)).toMatch(/3 个句子.*混淆/);
  });
});
