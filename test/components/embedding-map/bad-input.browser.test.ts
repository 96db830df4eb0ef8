import { describe, expect, test } from 'vitest';
import { FvEmbeddingMap } from '../../../src/components/embedding-map/fv-embedding-map';
import type { EmbeddingMapData } from '../../../src/engine';
import { clusteredMap, clusteredVectors } from '../../harness/embedding-map';
import { frames, mount, mountFaked, part, record, text } from '../../harness/mount';

const labels = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);
const vectors = (n: number, dimensions: number, value = (i: number) => Math.sin(i)) => Float32Array.from({ length: n * dimensions }, (_, i) => value(i));

describe('bad data is told in one error, in the element and as an event', () => {
  test.each<[string, unknown, string]>([
    ['too few labels', { ...clusteredVectors(10), labels: labels(9) }, '10 labels'],
    ['too many contexts', { ...clusteredMap(3), contexts: labels(4) }, '3 contexts'],
    ['a short column', { ...clusteredMap(3), columns: { kind: ['a'] } }, '3 values in column "kind"'],
    ['vectors that do not divide', { vectors: new Float32Array(10), dimensions: 3, labels: labels(3) }, 'a multiple of dimensions (3)'],
    ['NaN', { vectors: Float32Array.of(1, NaN), dimensions: 1, labels: labels(2) }, 'finite vectors'],
    ['Infinity', { positions: Float32Array.of(1, Infinity), labels: labels(1) }, 'finite positions'],
    ['0 dimensions', { vectors: new Float32Array(0), dimensions: 0, labels: [] }, 'dimensions to be a positive integer'],
    ['neither vectors nor positions', { labels: labels(2) }, 'vectors or positions'],
    ['no labels', { positions: new Float32Array(4) }, 'labels as an array'],
    ['plain arrays', { vectors: [1, 2], dimensions: 1, labels: labels(2) }, 'a Float32Array'],
    ['a number', 5, 'data as an object'],
  ])('%s', async (_, data, expected) => {
    const neighbour = await mountFaked({ data: clusteredMap(20) });
    const map = new FvEmbeddingMap();
    const errors = record(map, 'fv-error');
    await mount(Object.assign(map, { data: data as EmbeddingMapData, autorun: true }));
    expect(errors).toHaveLength(1);
    expect(errors[0].code).toBe('invalid-data');
    expect(errors[0].expected).toContain(expected);
    const alert = part(map, '[role=alert]').innerText;
    for (const words of [errors[0].expected, errors[0].received, errors[0].fix]) expect(alert).toContain(words);
    expect(map.status.state).toBe('invalid');
    expect(neighbour.status.state).toBe('static');

    map.data = clusteredMap(20);
    await map.updateComplete;
    await frames();
    expect(map.shadowRoot!.querySelector('[role=alert]')).toBeNull();
    expect(map.positions).toHaveLength(40);
    expect(errors).toHaveLength(1);
  });
});

describe('unusual data works', () => {
  test.each<[string, EmbeddingMapData, number]>([
    ['one point', { vectors: vectors(1, 3), dimensions: 3, labels: labels(1) }, 1],
    ['two points', { vectors: vectors(2, 3), dimensions: 3, labels: labels(2) }, 2],
    ['fewer points than the perplexity needs', { vectors: vectors(8, 3), dimensions: 3, labels: labels(8) }, 8],
    ['points in one place', { vectors: vectors(40, 4, () => 1), dimensions: 4, labels: labels(40) }, 40],
    ['zero rows', { vectors: vectors(40, 4, (i) => (i < 80 ? 0 : Math.sin(i))), dimensions: 4, labels: labels(40) }, 40],
    ['10,000 dimensions', { vectors: vectors(20, 10_000), dimensions: 10_000, labels: labels(20) }, 20],
  ])('%s', async (_, data, points) => {
    const map = await mount(Object.assign(new FvEmbeddingMap(), { data, iterations: 30, backend: 'cpu' as const }));
    const errors = record(map, 'fv-error');
    await map.run();
    await frames(3);
    expect(errors).toEqual([]);
    expect(map.status.state).toBe('ended');
    expect(map.positions).toHaveLength(2 * points);
    expect(map.positions!.every(Number.isFinite)).toBe(true);
    expect(part(map, 'canvas')).toBeDefined();
  });

  test('no points at all are an empty map', async () => {
    const map = await mount(Object.assign(new FvEmbeddingMap(), { data: { vectors: new Float32Array(0), dimensions: 3, labels: [] }, autorun: true }));
    const errors = record(map, 'fv-error');
    await frames(2);
    expect(map.status).toMatchObject({ state: 'empty', points: 0 });
    expect(text(map)).toContain('No data yet');
    expect(errors).toEqual([]);
  });
});

test('options that make no sense are told, and others work afterwards', async () => {
  const map = await mount(Object.assign(new FvEmbeddingMap(), { data: clusteredVectors(40), perplexity: -3, iterations: 20, backend: 'cpu' as const }));
  const errors = record(map, 'fv-error');
  await map.run();
  await map.updateComplete;
  expect(errors).toHaveLength(1);
  expect(errors[0].code).toBe('invalid-option');
  map.perplexity = 5;
  await map.run();
  expect(map.status.state).toBe('ended');
});

test('HTML in labels, contexts and columns is text', async () => {
  const html = '<img src=x onerror="window.hacked = true">';
  const map = await mountFaked({
    data: { positions: Float32Array.of(0, 0), labels: [html], contexts: [{ text: html, start: 0, end: 4 }], columns: { [html]: [html] } }, colorBy: html,
  });
  await expect.poll(() => map.shadowRoot!.querySelector('.legend li')).not.toBeNull();
  map.highlight(0);
  await map.updateComplete;
  expect(part(map, '.card-label').textContent).toBe(html);
  expect(part(map, '.card-context').textContent).toBe(html);
  part(map, '.stage').focus();
  part(map, '.stage').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await expect.poll(() => map.shadowRoot!.querySelector('.drawer-body')?.textContent).toContain(html);
  expect(map.shadowRoot!.querySelector('img')).toBeNull();
  expect((window as { hacked?: boolean }).hacked).toBeUndefined();
});
