import { describe, expect, test } from 'vitest';
import { Highlighter } from '../../../src';

const spans = (html: string) => Array.from(html.slice(html.indexOf('<div'), html.indexOf('</div>')).matchAll(/<span style="background:(#\w+);color:(#\w+)[^"]*">([^<]*)<\/span>/g), ([, background, color, text]) => [text, background, color]);

describe('highlight', () => {
  test('gives every character Flair\'s colours, from one end to the other, which differ', () => {
    expect(spans(new Highlighter().highlight([0, 6, 12, 18, 24], 'abcde'))).toEqual([
      ['a', '#ff0000', '#000000'], ['b', '#bfff00', '#000000'], ['c', '#00ff80', '#000000'], ['d', '#0040ff', '#ffffff'], ['e', '#ff00ff', '#000000'],
    ]);
  });

  test('joins neighbours of one colour', () => {
    expect(spans(new Highlighter().highlight([1, 1, 0, 0, 1], 'abcde')).map(([text]) => text)).toEqual(['ab', 'cd', 'e']);
  });

  test('takes other ramps and lists of colours', () => {
    expect(spans(new Highlighter({ colorMap: 'viridis' }).highlight([0, 1], 'ab')).map(([, color]) => color)).toEqual(['#440154', '#fde725']);
    expect(spans(new Highlighter({ colorMap: ['#000', '#888888', '#fff'] }).highlight([0, 0.5, 1], 'abc')).map(([, color]) => color)).toEqual(['#000000', '#888888', '#ffffff']);
    // A diverging ramp has zero in its middle.
    expect(spans(new Highlighter({ colorMap: 'blue-red' }).highlight([0, 2], 'ab')).map(([, color]) => color)).toEqual(['#f3f3f3', '#a33c35']);
  });

  test('never writes markup of the text or of the names of units', () => {
    const evil = '<img src=x onerror="alert(1)">&\'';
    const html = new Highlighter().highlightSelection(Array.from(evil, (_, i) => [i]), evil, { units: [0] })
      + new Highlighter().highlightSelection({ activations: Float32Array.of(1), shape: [1, 1], units: ['<b onclick=x>'] }, 'a', { units: [0] });
    expect(html).not.toMatch(/<(?:img|b)\b/);
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;');
    expect(html).toContain('<strong>&lt;b onclick=x&gt;</strong>');
  });

  test('keeps white space and line breaks', () => {
    const html = new Highlighter().highlight([0, 0, 0, 0, 0], 'a  \n\t');
    expect(html).toContain('>a  \n\t<');
    expect(html).toContain('white-space:pre-wrap');
  });

  test('shows controls that order text, which reorder nothing and are not written as they are', () => {
    const html = new Highlighter().highlight([0, 0, 0, 0], 'a\u202eb\u2066');
    expect(html).toContain('a<bdi>&#x202e;</bdi><span title="U+202E"');
    expect(html).toContain('>RLO</span>b');
    expect(html).not.toMatch(/[\u202e\u2066]/);
  });

  test('shows ASCII controls as pictures and broken characters as such', () => {
    expect(spans(new Highlighter().highlight([0, 0, 0, 0], 'a\0\u001b\ud800')).map(([text]) => text)).toEqual(['a␀␛\ufffd']);
  });

  test('counts code points as Python does, UTF-16 units or graphemes, and never cuts a grapheme', () => {
    const text = 'e\u0301😀';
    for (const activations of [[0, 1, 1], [0, 1, 1, 1], [0, 1]]) {
      expect(spans(new Highlighter().highlight(activations, text)).map(([piece]) => piece)).toEqual(['e\u0301', '😀']);
    }
  });

  test('says that a unit is constant', () => {
    const html = new Highlighter().highlight([2.5, 2.5], 'ab');
    expect(html).toContain('>constant 2.5<');
    expect(spans(html)).toEqual([['ab', '#00ff80', '#000000']]);
  });

  test('shows NaN and infinities as such', () => {
    const html = new Highlighter().highlight([Number.NaN, 0, 1, Infinity, -Infinity, Number.NaN], 'nabpmn');
    expect(html).toMatch(/<span style="background:repeating-linear-gradient[^"]*">n<\/span>/);
    expect(html).toMatch(/background:#ff00ff;color:#000000;text-decoration:underline double">p</);
    expect(html).toMatch(/NaN × 2<.*−∞ × 1<.*>∞ × 1</);
    expect(new Highlighter().highlight([Number.NaN], 'x')).toContain('NaN × 1');
  });

  test('has a legend from the least to the most', () => {
    const html = new Highlighter().highlight([-0.25, 1.23456], 'ab');
    expect(html).toMatch(/<figcaption[^>]*><span>-0.25<\/span>.*<span>1.235<\/span><\/figcaption>/);
  });

  test.each([
    ['lengths that differ', [1, 2], 'abc', /3 code points.*received 2/],
    ['an empty text', [], '', /at least one character/],
    ['no values', [], 'abc', /at least one segment/],
  ])('refuses %s', (_name, activations, text, message) => expect(() => new Highlighter().highlight(activations, text)).toThrow(message));

  test('refuses colours that are none', () => {
    expect(() => new Highlighter({ colorMap: ['#000', 'red;background:url(x)'] })).toThrow(/#rgb or #rrggbb, received "red;/);
    expect(() => new Highlighter({ colorMap: ['#000'] })).toThrow(/two or more/);
    expect(() => new Highlighter({ colorMap: 'rainbow' as 'flair' })).toThrow(/one of viridis, .*received "rainbow"/);
  });
});

describe('highlightSelection', () => {
  const text = 'ab';
  const activations = [Array.from({ length: 30 }, (_, unit) => unit), Array.from({ length: 30 }, (_, unit) => 2 * unit + 1)];
  const unitsOf = (html: string) => Array.from(html.matchAll(/<strong>(\d+)<\/strong>/g), ([, unit]) => Number(unit));

  test('draws units by seed, without repetition', () => {
    const drawn = (options: { n?: number; seed?: number }) => unitsOf(new Highlighter().highlightSelection(activations, text, options));
    expect(drawn({})).toHaveLength(10);
    expect(drawn({ seed: 4 })).toEqual(drawn({ seed: 4 }));
    expect(drawn({ seed: 4 })).not.toEqual(drawn({ seed: 5 }));
    expect([...drawn({ n: 99 })].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, unit) => unit));
  });

  test('shows the units asked for, in their order, each with its own values', () => {
    const html = new Highlighter().highlightSelection(activations, text, { units: [7, 2, 7] });
    expect(unitsOf(html)).toEqual([7, 2]);
    expect(html).toMatch(/<strong>7<\/strong><span>7<\/span>.*<span>15<\/span>[\s\S]*<strong>2<\/strong><span>2<\/span>.*<span>5<\/span>/);
  });

  test('refuses a unit there is not', () => {
    expect(() => new Highlighter().highlightSelection(activations, text, { units: [30] })).toThrow(/units from 0 to 29, received 30/);
  });
});
