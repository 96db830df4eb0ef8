import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { FvMapCompare } from '../../../src/components/map-compare/fv-map-compare';
import '../../../src/components/map-compare/define';
import type { MapCompareData } from '../../../src/components/map-compare/compare-data';
import { createGaussian, createRandom } from '../../../src/engine/random';
import { frames, mount, record } from '../../harness/mount';

const N = 120;
const D = 6;

/** Six groups in 6 dimensions; in the second model every tenth word has moved to the next group. */
function twoModels(): MapCompareData & { moved: number[] } {
  const gaussian = createGaussian(createRandom(3));
  const left = new Float32Array(N * D);
  const right = new Float32Array(N * D);
  const moved: number[] = [];
  for (let i = 0; i < N; i++) {
    const group = i % D;
    const strays = i % 10 === 7;
    if (strays) moved.push(i);
    for (let d = 0; d < D; d++) {
      const noise = 0.3 * gaussian();
      left[i * D + d] = (group === d ? 4 : 0) + noise;
      right[i * D + d] = ((strays ? (group + 1) % D : group) === d ? 4 : 0) + noise;
    }
  }
  const labels = Array.from({ length: N }, (_, i) => `word ${i}`);
  // The right model has the words in the other order, and one of its own.
  const reversed = new Float32Array((N + 1) * D);
  for (let i = 0; i < N; i++) reversed.set(right.subarray(i * D, (i + 1) * D), (N - 1 - i) * D);
  return {
    moved,
    left: { vectors: left, dimensions: D, labels },
    right: { vectors: reversed, dimensions: D, labels: [...[...labels].reverse(), 'only here'] },
    names: ['GloVe', '<b>fastText</b>'],
  };
}

let compare: FvMapCompare;
let data: ReturnType<typeof twoModels>;

const shadow = () => compare.shadowRoot!;
const find = (selector: string) => shadow().querySelector<HTMLElement>(selector)!;

beforeEach(async () => {
  data = twoModels();
  compare = await mount(Object.assign(new FvMapCompare(), { data, iterations: 120, perplexity: 10, backend: 'cpu' as const }), 1000, 500);
});

async function compared(): Promise<void> {
  await compare.run();
  await compare.updateComplete;
}

describe('two models', () => {
  test('are cut down to the words they share, told by name, and laid out beside each other', async () => {
    const ended = record(compare, 'fv-compare-end');
    await compared();
    const [left, right] = compare.maps!;
    expect(left.data!.labels).toEqual(right.data!.labels);
    expect(find('.facts').textContent).toContain('120 in both');
    expect(find('.facts').textContent).toContain('1 only in <b>fastText</b>');
    expect(find('.right .name').textContent).toBe('<b>fastText</b>');
    expect(left.positions).toHaveLength(2 * N);
    expect(ended).toHaveLength(1);
    expect(ended[0]).toMatchObject({ k: 10, likeness: compare.likeness });
    expect(compare.likeness).toBeGreaterThan(0);
  });

  test('the words that moved share fewest neighbours and lead the list', async () => {
    await compared();
    const shares = compare.overlap!;
    const mean = (rows: number[]) => rows.reduce((sum, row) => sum + shares[row], 0) / rows.length;
    const others = Array.from({ length: N }, (_, i) => i).filter((i) => !data.moved.includes(i));
    expect(mean(data.moved)).toBeLessThan(0.15);
    expect(mean(others)).toBeGreaterThan(0.5);
    const listed = [...shadow().querySelectorAll('.point-list-name')].slice(0, data.moved.length).map(({ textContent }) => Number(textContent.slice(5)));
    expect([...listed].sort((a, b) => a - b)).toEqual(data.moved);
    expect(compare.maps!.map((map) => map.getAttribute('color-by'))).toEqual(['overlap', 'overlap']);
  });

  test('the aligned layout of the same model is the same layout', async () => {
    compare.data = { left: data.left, right: { ...data.left, labels: [...data.left.labels] } };
    await compare.updateComplete;
    await compared();
    expect(compare.likeness).toBeGreaterThan(0.999);
    const [left, right] = compare.maps!.map((map) => map.positions!);
    left.forEach((value, i) => expect(Math.abs(value - right[i])).toBeLessThan(0.05));
    expect([...new Set(compare.overlap)]).toEqual([1]);
  });
});

describe('what happens in one map happens in the other', () => {
  test('hover, selection and view', async () => {
    await compared();
    const [left, right] = compare.maps!;
    const hovers = record(compare, 'fv-point-hover');
    const selections = record(compare, 'fv-selection-change');
    await left.flyTo([5]);
    await vi.waitUntil(() => right.view!.scale === left.view!.scale);
    expect(right.view!.x).toBeCloseTo(left.view!.x);
    // Panels at the edges push the middle of a flight aside.
    const view = left.view!;
    const position = () => ({
      x: left.clientWidth / 2 + (left.positions![10] - view.x) * view.scale,
      y: left.clientHeight / 2 - (left.positions![11] - view.y) * view.scale,
    });
    await userEvent.hover(left, { position: position() });
    await vi.waitUntil(() => hovers.length === 1);
    expect(hovers).toEqual([{ id: 5, label: 'word 5' }]);
    await frames();
    expect(right.shadowRoot!.querySelector('.card-label')?.textContent).toBe('word 5');
    await userEvent.click(left, { position: position() });
    expect([left.selection, right.selection]).toEqual([[5], [5]]);
    await compare.updateComplete;
    expect(find('.detail h2').textContent).toContain('word 5');
    right.select([1, 2]);
    expect(left.selection).toEqual([1, 2]);
    expect(selections.map(({ ids }) => [...ids])).toEqual([[5], [1, 2]]);
  });
});

describe('the list', () => {
  test('finds a word, shows its neighbours in both spaces by keyboard, and orders the other way', async () => {
    await compared();
    await userEvent.fill(find('input[type=search]'), 'WORD 17');
    await compare.updateComplete;
    expect([...shadow().querySelectorAll('.point-list-name')].map(({ textContent }) => textContent)).toEqual(['word 17']);
    await userEvent.click(find('#changed'));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await compare.updateComplete;
    expect(compare.selection).toEqual([17]);
    // Its places differ, the cameras go together: both are in sight, above the panels.
    const [left, right] = compare.maps!;
    await vi.waitUntil(() => left.view!.scale === right.view!.scale && left.view!.x === right.view!.x, { timeout: 10_000 });
    for (const { view, positions, clientWidth, clientHeight } of [left, right]) {
      expect(Math.abs(positions![34] - view!.x) * view!.scale).toBeLessThan(0.41 * clientWidth);
      const above = (positions![35] - view!.y) * view!.scale;
      expect(above).toBeGreaterThan(-0.15 * clientHeight);
      expect(above).toBeLessThan(0.45 * clientHeight);
    }
    expect(find('.detail h2').textContent).toMatch(/^word 17 · \d+% shared$/);
    expect([...shadow().querySelectorAll('.detail h3')].map(({ textContent }) => textContent)).toEqual(['in both', 'only in GloVe', 'only in <b>fastText</b>']);
    await userEvent.fill(find('input[type=search]'), '');
    await userEvent.selectOptions(find('select'), 'unchanged');
    await compare.updateComplete;
    const first = Number(find('.point-list-name').textContent.slice(5));
    expect(compare.overlap![first]).toBe(Math.max(...compare.overlap!));
    await userEvent.fill(find('input[type=search]'), 'zzz');
    await compare.updateComplete;
    expect(find('.words').textContent).toContain('No word contains this');
  });

  test('speaks Chinese', async () => {
    compare.locale = 'zh-CN';
    await compared();
    expect(find('.facts').textContent).toContain('两者共有 120 个');
    expect(shadow().querySelector('.words')!.textContent).not.toMatch(/[a-z]{3,} (?:in|of|first)/);
  });

  test('axe finds nothing', async () => {
    await compared();
    await userEvent.click(find('.point-list-row'));
    await compare.updateComplete;
    const { violations } = await axe.run(compare, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});

describe('bad input', () => {
  test('two models without a common word are told, and others shown afterwards', async () => {
    const errors = record(compare, 'fv-error');
    compare.data = { left: data.left, right: { ...data.right, labels: data.right.labels.map((label) => label.toUpperCase()) } };
    await compare.updateComplete;
    expect(find('.notice').textContent).toContain('0 labels in both');
    expect(errors.map(({ fix }) => fix)).toEqual(['give both the same spelling and letter case']);
    compare.data = data;
    await compare.updateComplete;
    expect(compare.maps).not.toBeNull();
  });

  test('without data it says what to give', async () => {
    compare.data = null;
    await compare.updateComplete;
    expect(find('.notice').textContent).toContain('Set data to { left, right }');
  });
});
