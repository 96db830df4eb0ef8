import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LossTsvReader, WeightsReader } from '../../../src/engine/formats';
import { LineSplitter } from '../../../src/engine/formats/line-splitter';
import { errorOf } from './error-of';

function split(pieces: string[]): { lines: [number, string][]; rest: string } {
  const splitter = new LineSplitter('a text');
  const lines: [number, string][] = [];
  for (const piece of pieces) splitter.push(piece, (text, line) => lines.push([line, text]));
  return { lines, rest: splitter.rest };
}

test('LF, CR LF and CR end a line each', () => {
  expect(split(['first line of the file\n\nb\r\nc\rd\r\n\r\ne\n\rf'])).toEqual({
    lines: [[1, 'first line of the file'], [2, ''], [3, 'b'], [4, 'c'], [5, 'd'], [6, ''], [7, 'e'], [8, '']], rest: 'f',
  });
});

test('any lines are the same wherever the text is cut', () => {
  const parts = fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\r\n\0<\uFEFF]/.test(text)), fc.constantFrom('\n', '\r\n')), { minLength: 1 });
  fc.assert(fc.property(parts, fc.array(fc.nat(200)), fc.boolean(), (lines, cuts, marked) => {
    const text = (marked ? '\uFEFF' : '') + lines.map((line) => line.join('')).join('');
    const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
    const found = split(places.slice(1).map((place, i) => text.slice(places[i], place)));
    expect(found.lines).toEqual(lines.map(([line], i) => [i + 1, line]));
    expect(found.rest).toBe('');
  }), { seed: 1, numRuns: 300 });
});

test('a carriage return at the end of a piece waits for its line feed', () => {
  expect(split(['one whole line to begin with\r', '\nnext\r'])).toEqual({ lines: [[1, 'one whole line to begin with']], rest: 'next' });
});

test.each([['lines', () => new LossTsvReader()], ['weights', () => new WeightsReader()]])('a stream without line ends does not pile up: %s', (_what, open) => {
  const reader = open();
  const piece = 'x'.repeat(1 << 22);
  let pieces = 0;
  const error = errorOf(() => {
    for (; pieces < 20; pieces++) reader.push(piece);
  });
  expect(error).toMatchObject({ code: 'format', received: 'a line of more than 16 MB' });
  expect(pieces).toBeLessThan(8);
});
