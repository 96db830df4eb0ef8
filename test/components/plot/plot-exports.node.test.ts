import { array, assert, double, integer, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines } from '../../../src/components/csv';
import { pictureSvg, svgColor } from '../../../src/components/plot/picture-svg';
import { svgSheet, type SheetCell } from '../../../src/components/plot/svg-sheet';
import { ticksApart } from '../../../src/components/training-curves/plot-layout';
import { parseTable, type CurvePicture } from '../../../src/engine';

const picture = (parts: CurvePicture['parts']): CurvePicture => ({ width: 100, height: 50, ground: [1, 1, 1], clip: { left: 10, top: 5, width: 80, height: 40 }, parts });

describe('a picture as SVG', () => {
  test('draws lines with their gaps, lonely points as dots, dashes and colours', () => {
    const svg = pictureSvg(picture([{ kind: 'stroke', points: Float32Array.of(0, 0, 10, 5, 20, 5, 30, 5, 40.123, 5), gaps: Uint8Array.of(0, 0, 1, 1, 0), color: [1, 0, 0.5], widthPx: 2, dashPx: [6, 4] }]), 'c');
    expect(svg).toContain('<path d="M0 0L10 5M30 5L40.12 5" stroke="#ff0080" stroke-width="2" stroke-dasharray="6 4"/>');
    expect(svg).toContain('<path d="M20 5h0" stroke="#ff0080" stroke-width="5" stroke-linecap="round"/>');
    expect(svg).toContain('<clipPath id="c"><rect x="10" y="5" width="80" height="40"/></clipPath><g clip-path="url(#c)"');
  });

  test('draws a band as the area between its edges; of one point there is none', () => {
    const band = (...edges: number[]) => pictureSvg(picture([{ kind: 'band', edges: Float32Array.from(edges), color: [0, 0, 0], opacity: 0.18 }]), 'c');
    expect(band(0, 1, 5, 10, 2, 6)).toContain('<path d="M0 1L10 2L10 6L0 5Z" fill="#000000" fill-opacity="0.18"/>');
    expect(band(0, 1, 5)).not.toContain('<path');
  });

  test('colours are of two digits each', () => {
    expect(svgColor([0, 0.03, 1])).toBe('#0008ff');
  });
});

describe('a sheet', () => {
  const look = { ground: '#fff', text: '#000', secondary: '#555', family: 'serif' };
  const cell = (title: string, legend: SheetCell['legend'] = []): SheetCell => ({ title, svg: '<g/>', legend });

  test('places plots side by side in rows as high as their longest legend', () => {
    const svg = svgSheet([cell('a', [{ text: 'x', color: '#123' }, { text: 'y' }]), cell('b'), cell('c')], { widthPx: 100, heightPx: 50, columns: 2 }, look);
    expect(svg).toContain('width="256" height="224"');
    expect(Array.from(svg.matchAll(/translate\((\d+ \d+)\)"><text/g), ([, place]) => place)).toEqual(['16 16', '140 16', '16 138']);
    expect(svg.match(/stroke="#123"/g)?.length).toBe(1);
  });

  test('takes titles and legends as text, and refuses more plots than a program opens', () => {
    expect(svgSheet([cell('<b>&"', [{ text: '</text>' }])], { widthPx: 9, heightPx: 9, columns: 1 }, look)).toMatch(/&lt;b&gt;&amp;&quot;.*&lt;\/text&gt;/s);
    expect(() => svgSheet(Array.from({ length: 401 }, () => cell('')), { widthPx: 9, heightPx: 9, columns: 1 }, look)).toThrow('at most 400 plots in a picture, received 401');
  });
});

test('numbers of an axis that would touch are left out, those at the ends stay within', () => {
  const width = (text: string) => 10 * text.length;
  expect(ticksApart([{ place: 0, text: '10' }, { place: 20, text: '20' }, { place: 60, text: '30' }, { place: 99, text: '40' }], 100, width)).toEqual([{ place: 10, text: '10' }, { place: 60, text: '30' }, { place: 90, text: '40' }]);
});

test('whatever is written as CSV reads back as a table', () => {
  const cell = oneof(double({ noNaN: true, noDefaultInfinity: true }), integer());
  const name = string({ minLength: 1, maxLength: 8 }).map((text) => `n ${text.replaceAll(/[\r\n\t;|\\\0]/g, ' ').trim()}`);
  assert(property(array(name, { minLength: 2, maxLength: 4 }), array(array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (names, rows) => {
    const columns = names.map((each, i) => `${i}${each}`);
    const { value } = parseTable(csvLines([columns, ...rows.map((row) => row.slice(0, columns.length))]));
    expect(value.columns.map((column) => [column.name, column.values.length])).toEqual(columns.map((each) => [each.trim(), rows.length]));
    for (const [i, column] of value.columns.entries()) expect(Array.from(column.values as ArrayLike<number>, Number)).toEqual(rows.map((row) => Number(String(row[i]))));
  }), { numRuns: 60 });
});
