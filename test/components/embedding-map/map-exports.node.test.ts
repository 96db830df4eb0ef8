import { describe, expect, test } from 'vitest';
import { contextPieces } from '../../../src/components/embedding-map/hover-card';
import { mapToCsv } from '../../../src/components/embedding-map/map-csv';
import { mapToSvg } from '../../../src/components/embedding-map/map-svg';
import { FIRST_INDEX } from '../../../src/engine/draw/palette';

describe('the table of a map', () => {
  test('has label, x, y and the columns, quoted where needed', async () => {
    const data = { labels: ['a', 'b,"c"'], columns: { kind: ['x', null], 'two\nlines': Float32Array.of(1, NaN) } };
    expect(await mapToCsv(data, Float32Array.of(1, 2, 3, 4))).toBe('label,x,y,kind,"two\nlines"\r\na,1,2,x,1\r\n"b,""c""",3,4,,\r\n');
  });

  test('is separated by tabs on request, and has a column for every set', async () => {
    const table = await mapToCsv({ labels: ['a', 'b\tc'] }, Float32Array.of(1, 2, 3, 4), { separator: '\t', sets: new Map([['mine', [1]]]) });
    expect(table).toBe('label\tx\ty\tmine\r\na\t1\t2\t\r\n"b\tc"\t3\t4\t1\r\n');
  });

  test('leaves x and y empty without a layout', async () => {
    expect(await mapToCsv({ labels: ['a'] }, null)).toBe('label,x,y\r\na,,\r\n');
  });
});

test('the SVG of a map has the points in sight, with their labels as text', () => {
  const svg = mapToSvg({
    positions: Float32Array.of(0, 0, 1, 1, 1000, 0), labels: ['<b>&', '"two"', 'out of sight'], scale: null,
    palette: new Uint32Array(256).fill(0xff0000ff), plainIndex: FIRST_INDEX, background: 'rgb(1, 2, 3)',
    view: { x: 0, y: 0, scale: 10 }, viewport: { width: 100, height: 50 }, style: { diameterPx: 4, opacity: 0.5 },
  });
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg).toContain('<circle cx="60.00" cy="15.00" r="2.00"><title>&quot;two&quot;</title></circle>');
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(svg).toContain('<g fill="rgb(255, 0, 0)" fill-opacity="0.500">');
});

test('the SVG of a map has its labels over the points, as text with a halo', () => {
  const svg = mapToSvg({
    positions: Float32Array.of(0, 0), labels: ['a'], scale: null, palette: new Uint32Array(256), plainIndex: FIRST_INDEX, background: 'white',
    view: { x: 0, y: 0, scale: 10 }, viewport: { width: 100, height: 50 }, style: { diameterPx: 4, opacity: 0.5 },
    names: {
      lines: [{ text: 'R&D', xPx: 10, yPx: 20.5, fontPx: 12, kind: 'point' }, { text: 'france, italy', xPx: 50, yPx: 25, fontPx: 17, kind: 'region' }],
      look: { family: '"Noto Sans", serif', text: '#111', secondary: '#555', halo: '#fff' },
    },
  });
  expect(svg.indexOf('<text')).toBeGreaterThan(svg.lastIndexOf('<circle'));
  expect(svg).toContain('<text x="10.00" y="20.50" font-size="12">R&amp;D</text>');
  expect(svg).toContain('<text x="50.00" y="25.00" font-size="17" fill="#555" font-weight="600" letter-spacing="0.04em">france, italy</text>');
  expect(svg).toContain('<g fill="#111" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke" font-family="&quot;Noto Sans&quot;, serif"');
});

describe('a context', () => {
  test('is split at the own span of the point', () => {
    expect(contextPieces({ text: 'I saw her', start: 2, end: 5 })).toEqual({ before: 'I ', own: 'saw', after: ' her' });
  });

  test('as plain text has no span', () => {
    expect(contextPieces('I saw her')).toEqual({ before: '', own: '', after: 'I saw her' });
  });

  test('that is long is cut to the surroundings of the span', () => {
    const { before, own, after } = contextPieces({ text: `${'a'.repeat(5000)}X${'b'.repeat(5000)}`, start: 5000, end: 5001 });
    expect(own).toBe('X');
    expect(before).toBe(`…${'a'.repeat(120)}`);
    expect(after).toBe(`${'b'.repeat(120)}…`);
  });

  test('with a span outside its text keeps its text', () => {
    expect(contextPieces({ text: 'abc', start: -5, end: 99 })).toEqual({ before: '', own: 'abc', after: '' });
    expect(contextPieces({ text: 'abc', start: 3, end: 1 })).toEqual({ before: 'a', own: '', after: 'bc' });
  });
});
