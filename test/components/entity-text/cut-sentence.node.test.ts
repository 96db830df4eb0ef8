import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSentence } from '../../../src/components/entity-text/cut-sentence';

const lengths = (text: string, spans: { start: number; end: number; label: string }[] = []) => cutSentence({ text, spans }).map(({ start, end }) => end - start);

describe('long texts are cut', () => {
  test('behind line ends, else behind white space, else between characters', () => {
    expect(lengths('a'.repeat(4500))).toEqual([4500]);
    expect(lengths(`${'a '.repeat(1600)}\n${'b '.repeat(2000)}`)).toEqual([3201, 4000]);
    expect(lengths('ab '.repeat(2000))).toEqual([4500, 1500]);
    expect(lengths('𠮷'.repeat(3000))).toEqual([3000, 3000]);
  });

  test('into pieces that are the whole text and part no span, whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.nat(11_000), fc.integer({ min: 1, max: 900 })).map(([start, length]) => ({ start, end: start + length, label: 'X' })), { maxLength: 40 });
    fc.assert(fc.property(spans, fc.constantFrom('word ', 'wörter\n', '字', '𠮷 '), (list, unit) => {
      const text = unit.repeat(Math.ceil(12_000 / unit.length));
      const pieces = cutSentence({ text, spans: list });
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { end } of pieces.slice(0, -1)) for (const span of list) expect(span.start < end && end < span.end).toBe(false);
    }), { seed: 9, numRuns: 60 });
  });

  test('a paragraph tells its direction where it begins', () => {
    const [, second] = cutSentence({ text: `${'a '.repeat(1600)}\n${'b '.repeat(4000)}`, spans: [] });
    expect(second.paragraph).toBe(3201);
  });
});
