import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvDependencyTree } from '../../../src/components/dependency-tree/fv-dependency-tree';
import '../../../src/components/dependency-tree/define';
import type { DependencySentence } from '../../../src/engine';
import { eventually } from '../../harness/eventually';
import { mount, part, record, text } from '../../harness/mount';

/** Words as `form head deprel upos`. */
const tree = (words: string, more: Partial<DependencySentence> = {}): DependencySentence => ({
  words: words.split(', ').map((word, i) => {
    const [form, head, deprel, upos] = word.split(' ');
    return { id: i + 1, form, head: head === '_' ? null : Number(head), deprel, upos };
  }),
  ...more,
});
const saw = tree('I 2 nsubj PRON, saw 0 root VERB, the 4 det DET, dog 2 obj NOUN, yesterday 2 advmod ADV');
const sawWrong = tree('I 2 nsubj PRON, saw 0 root VERB, the 4 det DET, dog 2 obl NOUN, yesterday 4 nmod ADV');
const cats = tree('Cats 2 nsubj NOUN, sleep 0 root VERB');

function show(properties: Partial<FvDependencyTree> = {}, width = 800, height = 420): Promise<FvDependencyTree> {
  return mount(Object.assign(new FvDependencyTree(), { locale: 'en', data: [saw, cats], ...properties }), width, height);
}

const all = (element: FvDependencyTree, selector: string) => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>(selector));
const forms = (element: FvDependencyTree, selector: string) => all(element, `${selector} .form`).map((each) => each.textContent);
const word = (element: FvDependencyTree, index: number) => part(element, `.word[data-word="${index}"]`);
const labels = (element: FvDependencyTree, selector = '.arc') => all(element, `${selector} .label`).map((each) => each.textContent).sort();
const spoken = (element: FvDependencyTree) => part(element, '.spoken').textContent;

describe('arcs', () => {
  test('stand over words in their order, each with its label', async () => {
    const element = await show();
    expect(forms(element, '.word')).toEqual(['I', 'saw', 'the', 'dog', 'yesterday']);
    expect(labels(element)).toEqual(['advmod', 'det', 'nsubj', 'obj', 'root']);
    const places = all(element, '.word').map((each) => each.getBoundingClientRect().left);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('wrap with the text: what goes on in another line is numbered at both edges', async () => {
    const element = await show({}, 200);
    expect(new Set(all(element, '.word').map((each) => Math.round(each.getBoundingClientRect().top))).size).toBeGreaterThan(1);
    const numbers = all(element, '.mark-number').map((each) => each.textContent);
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) expect(numbers.filter((other) => other === number).length % 2).toBe(0);
    expect(part(element, '.stage').scrollWidth).toBeLessThanOrEqual(200);
  });

  test('go from right to left where the text does', async () => {
    const element = await show({ data: [tree('ראיתי 0 root VERB, כלב 1 obj NOUN')] });
    expect(word(element, 0).getBoundingClientRect().left).toBeGreaterThan(word(element, 1).getBoundingClientRect().left);
  });

  test('several roots, circles, missing heads, multiword tokens and empty nodes are shown and told', async () => {
    const element = await show({
      data: [tree('a 0 root X, b 3 dep X, c 2 dep X, d _ dep X, e 0 root X, f 6 dep X', { multiwordTokens: [{ from: 1, to: 2, form: 'ab' }], emptyNodes: [{ id: '3.1', form: 'gap', deps: [{ head: '3', deprel: 'conj' }] }] })],
    });
    expect(all(element, '.finding').map((each) => each.innerText)).toEqual(['2 roots: a (1), e (5)', 'Head unknown: d (4)', 'In a circle: b (2) → c (3) → b (2)', 'In a circle: f (6) → f (6)']);
    expect(forms(element, '.word')).toEqual(['a', 'b', 'c', 'gap', 'd', 'e', 'f']);
    expect([part(element, '.bracket text').textContent, labels(element, '.arc.empty'), labels(element, '.circular')]).toEqual(['ab', ['conj'], ['dep', 'dep', 'dep ↺']]);
  });

  test('markup and controls that reorder text are text', async () => {
    const element = await show({ data: [tree('<b>x</b> 0 <i>root</i> X, \u202Eevil 1 obj X')] });
    expect(forms(element, '.word')).toEqual(['<b>x</b>', '⟨RLO⟩evil']);
    expect(element.shadowRoot!.querySelector('.picture b, .picture i')).toBeNull();
  });
});

describe('the pointer', () => {
  test('on a word lights it, its head and its dependents, and nothing else', async () => {
    const element = await show();
    const hovers = record(element, 'fv-word-hover');
    await userEvent.hover(word(element, 3));
    await eventually(() => forms(element, '.word.lit')).toEqual(['dog']);
    expect([forms(element, '.word.near'), labels(element, '.arc.hot')]).toEqual([['saw', 'the'], ['det', 'obj']]);
    expect(hovers.at(-1)).toEqual({ row: 0, word: 3 });
    await userEvent.hover(part(element, '.bar'));
    await eventually(() => forms(element, '.word.lit')).toEqual([]);
  });

  test('chooses a word, a view, a sentence', async () => {
    const element = await show();
    const [clicks, changes] = [record(element, 'fv-word-click'), record(element, 'fv-setting-change')];
    await userEvent.click(word(element, 0));
    await userEvent.click(part(element, '[aria-label="Next sentence"]'));
    await eventually(() => forms(element, '.word')).toEqual(['Cats', 'sleep']);
    await userEvent.click(part(element, '[aria-pressed=false]'));
    await eventually(() => all(element, '.line-form').map((each) => each.textContent.trim())).toEqual(['sleep', 'Cats']);
    expect([clicks, changes]).toEqual([[{ row: 0, word: 0 }], [{ name: 'sentence', value: 1 }, { name: 'view', value: 'tree' }]]);
  });

  test('finds a sentence among many', async () => {
    const data = Array.from({ length: 5000 }, (_, i) => (i === 4321 ? tree('Needle 0 root NOUN') : cats));
    const element = await show({ data });
    await userEvent.click(part(element, '.choose'));
    expect(all(element, '.point-list-row').length).toBeLessThan(60);
    await userEvent.keyboard('need');
    await eventually(() => text(element)).toContain('1 of 5,000 sentences');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await eventually(() => [element.sentence, forms(element, '.word')]).toEqual([4321, ['Needle']]);
    expect(element.shadowRoot!.querySelector('.picker')).toBeNull();
  });
});

describe('the keyboard', () => {
  test('walks words, heads, dependents and sentences, and says where it is', async () => {
    const element = await show();
    part(element, '.stage').focus();
    await userEvent.keyboard('{End}');
    expect(spoken(element)).toBe('yesterday, ADV, advmod of saw');
    await userEvent.keyboard('{ArrowUp}');
    expect(spoken(element)).toBe('saw, VERB, root, no head above, head of I (nsubj), dog (obj), yesterday (advmod)');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(spoken(element)).toMatch(/^the, DET/);
    await userEvent.keyboard('{PageDown}');
    await eventually(() => element.sentence).toBe(1);
    await userEvent.keyboard('{Home}{Escape}');
    expect(forms(element, '.word.lit')).toEqual([]);
  });
});

describe('gold against predicted', () => {
  test('wrong labels, wrong heads and the gold\'s arcs are told apart by shape and words', async () => {
    const element = await show({ data: [sawWrong, cats], gold: [saw, cats] });
    expect(text(element)).toContain('UAS 86% · LAS 71%');
    expect([labels(element, '.arc.label'), labels(element, '.arc.head'), labels(element, '.arc.gold')]).toEqual([['obl ≠ obj'], ['nmod'], ['gold advmod']]);
    const dashes = ['plain', 'label', 'head', 'gold'].map((kind) => getComputedStyle(part(element, `.picture .arc.${kind} .line`)).strokeDasharray);
    expect(new Set(dashes).size).toBe(3);
    expect(getComputedStyle(part(element, '.arc.label .label-ground')).stroke).not.toBe('none');
    part(element, '.stage').focus();
    await userEvent.keyboard('{End}');
    expect(spoken(element)).toBe('yesterday, ADV, nmod of dog, in the gold advmod of saw');
  });

  test('lists sentences with mistakes', async () => {
    const element = await show({ data: [cats, sawWrong], gold: [cats, saw] });
    await userEvent.click(part(element, '.choose'));
    await userEvent.click(part(element, '.picker .check input'));
    await eventually(() => all(element, '.point-list-row').map((each) => each.innerText.replaceAll(/\s+/g, ' ').trim())).toEqual(['2 I saw the dog yesterday 2 mistakes']);
  });

  test('gold of other words is told', async () => {
    const element = await show({ data: [saw], gold: [cats] });
    expect(text(element)).toContain('The gold of this sentence has other words: not judged.');
  });
});

describe('pictures', () => {
  test('as SVG hold the text, escaped, and look as in the page without a style sheet', async () => {
    const element = await show({ data: [tree('a<b 0 root X, c 1 obj X')] });
    const parsed = new DOMParser().parseFromString(element.toSvg(), 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(Array.from(parsed.querySelectorAll('text'), (each) => each.textContent)).toContain('a<b');
    const path = parsed.querySelector('path[d]')!;
    expect([path.getAttribute('stroke'), path.getAttribute('fill')]).toEqual([getComputedStyle(part(element, '.picture .line')).stroke, 'none']);
    expect(parsed.querySelector('[class], style, [data-word]')).toBeNull();
  });

  test('as PNG have the size asked for', async () => {
    const element = await show();
    const { width } = part(element, '.picture').getBoundingClientRect();
    const bitmap = await createImageBitmap(await element.toPng(3));
    expect(Math.abs(bitmap.width - 3 * width)).toBeLessThanOrEqual(3);
  });

  test('need arcs', async () => {
    const element = await show({ view: 'tree' });
    expect(() => element.toSvg()).toThrow(/view="tree"/);
  });
});

describe('files and errors', () => {
  const file = (content: string) => `data:text/plain,${encodeURIComponent(content)}`;
  const line = (id: number, form: string, head: number, deprel: string) => `${id}\t${form}\t_\tX\t_\t_\t${head}\t${deprel}\t_\t_`;

  test('loads CoNLL-U and its gold', async () => {
    const element = await show({ data: null, src: file(`${line(1, 'Go', 0, 'root')}\n${line(2, 'home', 1, 'obj')}\n`), goldSrc: file(`${line(1, 'Go', 0, 'root')}\n${line(2, 'home', 1, 'advmod')}\n`) });
    await eventually(() => labels(element)).toEqual(['obj ≠ advmod', 'root']);
    await eventually(() => text(element)).toContain('UAS 100% · LAS 50%');
  });

  test('tells what is wrong with a file, and what to give where there is none', async () => {
    const element = await show({ data: null });
    expect(text(element)).toContain('Drop a CoNLL-U file here');
    const errors = record(element, 'fv-error');
    element.src = file('no tree\n');
    await eventually(() => errors.map(({ code }) => code)).toEqual(['format']);
    expect(text(element)).toContain('What to do');
  });
});

describe('access', () => {
  test.each([['light', 'en', 'arcs'], ['light', 'zh', 'tree'], ['dark', 'en', 'tree'], ['dark', 'zh', 'arcs']] as const)('axe finds nothing (%s, %s, %s)', async (theme, locale, view) => {
    const element = await show({ data: [sawWrong, cats], gold: [saw, cats], theme, locale, view });
    await userEvent.click(part(element, '.choose'));
    await eventually(() => element.shadowRoot!.querySelector('.picker') !== null).toBe(true);
    expect((await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  test.each([['en', 300], ['zh', 360]] as const)('nothing sticks out in %s at %i px', async (locale, width) => {
    const element = await show({ data: [sawWrong, cats], gold: [saw, cats], locale }, width, 640);
    expect(element.scrollWidth).toBeLessThanOrEqual(width);
  });
});
