import { expect, test } from 'vitest';
import { standalonePage, type StandalonePage } from '../../../../src/components/embedding-map/export/standalone-page';

const PAGE: StandalonePage = {
  code: 'export const mark = "</script><!--";', data: { labels: ['</script><img onerror=alert(1)>', 'b'], columns: { '<b>': ['</script>', null] } },
  positions: Float32Array.of(1, 2, 3, 4), rows: 2, vectors: false, state: 'view=1,2,3', title: '<i>"map"', lang: 'en', theme: '',
};

test('nothing of the data or the code can end its script', async () => {
  const html = (await standalonePage(PAGE)).join('');
  expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)!.length);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<!--');
  expect(html).toContain('<title>&lt;i>&quot;map&quot;</title>');
  // The code still says the same.
  expect(html).toContain(String.raw`export const mark = "\x3c/script>\x3c!--";`);
});

test('holds the leading rows alone, and the vectors only where they are asked for', async () => {
  const data = { labels: ['a', 'b'], vectors: Float32Array.of(5, 6, 7, 8), dimensions: 2 };
  const block = (html: string, id: string) => new RegExp(`id="${id}">([^<]*)<`).exec(html)?.[1];
  const floats = (base64: string) => [...new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)];
  const html = (await standalonePage({ ...PAGE, data, rows: 1 })).join('');
  expect(JSON.parse(block(html, 'fv-labels')!)).toEqual(['a']);
  expect(floats(block(html, 'fv-positions')!)).toEqual([1, 2]);
  expect(block(html, 'fv-vectors')).toBeUndefined();
  expect(floats(block((await standalonePage({ ...PAGE, data, rows: 1, vectors: true })).join(''), 'fv-vectors')!)).toEqual([5, 6]);
});

test('arrays longer than a piece join without a seam', async () => {
  const n = 40_000;
  const labels = Array.from({ length: n }, (_, i) => `word ${i}`);
  const positions = Float32Array.from({ length: 2 * n }, (_, i) => i);
  const html = (await standalonePage({ ...PAGE, data: { labels }, positions, rows: n })).join('');
  expect(JSON.parse(/id="fv-labels">([^<]*)</.exec(html)![1])).toEqual(labels);
  expect(new Float32Array(new Uint8Array(Buffer.from(/id="fv-positions">([^<]*)</.exec(html)![1], 'base64')).buffer)).toEqual(positions);
});
