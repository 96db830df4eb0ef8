import { describe, expect, test } from 'vitest';
import { renderNerHtml, type EntitySentence } from '../../../src/engine';

const sentence: EntitySentence = { text: 'Boris Johnson leads the UK. &', spans: [{ start: 0, end: 13, label: 'PER' }, { start: 24, end: 26, label: 'LOC' }] };
/** What a reader sees: marks in brackets, labels behind them. */
const seen = (html: string) => html.replaceAll(/<mark[^>]*>/g, '[').replaceAll(/<span[^>]*uppercase[^>]*>([^<]*)<\/span>/g, '|$1').replaceAll('</mark>', ']').replaceAll(/<[^>]+>/g, '');
const body = (options: Parameters<typeof renderNerHtml>[1], ...sentences: EntitySentence[]) => renderNerHtml(sentences, { wrapPage: false, ...options });

test('marks entities as Flair does, in its colours', () => {
  const html = renderNerHtml(sentence);
  expect(html).toContain('<title>Flair</title>');
  expect(html).toContain('<mark class="entity" style="background: #F7FF53; color: #000000; padding: 0.45em 0.6em;');
  expect(seen(body({}, sentence))).toBe('[Boris Johnson|PER] leads the [UK|LOC]. &amp;');
});

test('options: title, colours, the default one, paragraphs alone', () => {
  expect(renderNerHtml([], { title: 'Errors <1>' })).toContain('<title>Errors &lt;1&gt;</title>');
  const html = body({ colors: { PER: '#000080' }, defaultColor: 'yellow' }, sentence);
  expect(html).toContain('background: #000080; color: #ffffff;');
  expect(html).toContain('background: yellow; padding');
  expect(html.startsWith('<p dir="auto">')).toBe(true);
});

describe('safety', () => {
  test('texts and labels are text', () => {
    const html = body({}, { text: '<img src=x onerror=alert(1)>\nnext', spans: [{ start: 0, end: 4, label: '"><script>' }] });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    expect(html).toContain('<br/>next');
  });

  test.each(['red;background-image:url(//evil)', 'url(//evil)', '"><script>', 'expression("x")'])('a colour that is none is replaced: %s', (color) => {
    expect(body({ colors: { PER: color } }, sentence)).toContain('background: #ddd;');
  });

  test('controls that reorder text are shown and reorder nothing', () => {
    expect(body({}, { text: 'a\u202Eb', spans: [] })).toContain('<bdi>&#x202e;</bdi><span title="U+202E"');
  });

  test('labels that objects have by themselves have no colour', () => {
    expect(body({}, { text: 'a', spans: [{ start: 0, end: 1, label: 'constructor' }] })).toContain('background: #ddd;');
  });
});

describe('spans over spans', () => {
  test('nested ones are nested marks', () => {
    expect(seen(body({}, { text: 'New York Times', spans: [{ start: 0, end: 8, label: 'LOC' }, { start: 0, end: 14, label: 'ORG' }] }))).toBe('[[New York|LOC] Times|ORG]');
  });

  test('one that crosses another goes on behind it, its label at its end', () => {
    expect(seen(body({}, { text: 'abcdef', spans: [{ start: 0, end: 4, label: 'X' }, { start: 2, end: 6, label: 'Y' }] }))).toBe('[ab[cd]|X][ef|Y]');
  });

  test('every character stands once, whatever the spans', () => {
    const text = 'abcdefghij';
    for (let seed = 1; seed < 200; seed++) {
      const spans = [1, 2, 3, 4].map((i) => {
        const start = (seed * i * 7) % 9;
        return { start, end: start + 1 + ((seed * i * 5) % (10 - start)), label: 'X' };
      });
      expect(seen(body({}, { text, spans })).replaceAll(/\[|\]|\|X/g, '')).toBe(text);
    }
  });
});
