import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clusteredMap, clusteredVectors, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part, record } from '../../harness/mount';

const points = 400;
const { positions } = clusteredMap(points);

/** Twenty groups by row number, with faults planted: rows 12 and 20 mislabelled, row 52 a copy of row 32, row 50 zero, row 60 very long. */
function planted() {
  const { vectors, dimensions, labels } = clusteredVectors(points, 20);
  const row = (i: number) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  // Groups far apart, no two rows alike: nothing else is odd.
  for (let i = 0; i < points; i++) row(i).forEach((value, d) => (row(i)[d] = (i % dimensions === d ? 10 : 0) + 2 * value));
  row(52).set(row(32));
  row(50).fill(0);
  row(60).set(row(60).map((value) => 100 * value));
  const group = Array.from({ length: points }, (_, i) => `group ${i % dimensions}`);
  group[12] = 'group 7';
  group[20] = 'group 7';
  return { vectors, dimensions, labels, positions, columns: { group, parity: Array.from({ length: points }, (_, i) => (i % 2 === 0 ? 'even' : 'odd')) } };
}

let map: FakedMap;

const headings = () => [...map.shadowRoot!.querySelectorAll<HTMLElement>('.audit-rule')].map((heading) => heading.innerText.replaceAll(/\s+/g, ' ').trim());
const items = () => [...map.shadowRoot!.querySelectorAll<HTMLElement>('#findings [role=option]')].map((item) => item.innerText.replaceAll(/\s+/g, ' ').trim());
const open = async (index: number) => {
  await userEvent.click(map.shadowRoot!.querySelectorAll('.audit-rule .entry')[index]);
  await map.updateComplete;
};

async function audited(): Promise<void> {
  map.panel = 'audit';
  await expect.poll(() => map.shadowRoot!.querySelector('.audit-run')).not.toBeNull();
  await userEvent.click(part(map, '.audit-run'));
  await expect.poll(() => headings().length, { timeout: 30_000 }).toBe(4);
}

beforeEach(async () => {
  map = await mountFaked({ data: planted(), colorBy: 'group', backend: 'cpu', locale: 'en' }, 900, 620);
});

describe('the panel', () => {
  test('audits on request and lists each rule with its count', async () => {
    const changes = record(map, 'fv-audit-change');
    await audited();
    expect(headings()).toEqual(['Labels unlike their neighbours 2', 'Near-duplicates 2', 'Hubs 0', 'Odd vectors 2']);
    expect(changes).toMatchObject([{ column: 'group', counts: { labels: 2, duplicates: 2, norms: 2 } }]);
  });

  test('names the label expected; keys walk through the points, Enter selects and flies', async () => {
    await audited();
    await open(0);
    expect(items()).toEqual(['word 12 group 7 → group 12 · 100%', 'word 20 group 7 → group 0 · 100%']);
    const hovers = record(map, 'fv-point-hover');
    part(map, '#findings').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(hovers.map(({ id }) => id)).toEqual([12, 20]);
    await userEvent.keyboard('{Enter}');
    expect([...map.selection]).toEqual([20]);
  });

  test('tells duplicates by group and distance, odd vectors by length, and selects all of a rule', async () => {
    await audited();
    await open(1);
    expect(items()).toEqual(['word 32 group 1 · 0', 'word 52 group 1 · 0']);
    await userEvent.click(part(map, '.audit-body .button'));
    expect([...map.selection].sort((a, b) => a - b)).toEqual([32, 52]);
    await open(3);
    expect(items()[0]).toBe('word 50 length 0');
    expect(items()[1]).toMatch(/^word 60 length [\d,]+/);
  });

  test('thresholds and the column are controls, their change an event; as properties they change without one', async () => {
    await audited();
    const changes = record(map, 'fv-audit-change');
    await open(0);
    await userEvent.selectOptions(part(map, '.audit-select'), 'parity');
    await expect.poll(() => changes.length).toBe(1);
    expect(map.auditColumn).toBe('parity');
    await open(3);
    const slider = part(map, '.audit-slider input') as HTMLInputElement;
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => changes.length).toBe(2);
    expect(map.auditThresholds).toEqual({ norms: 4 });
    map.auditThresholds = { norms: 1e6 };
    map.auditColumn = 'group';
    await expect.poll(() => headings()[3]).toBe('Odd vectors 1');
    expect(headings()[0]).toBe('Labels unlike their neighbours 2');
    expect(changes).toHaveLength(2);
  });

  test('other data takes the findings away', async () => {
    await audited();
    map.data = { ...planted(), columns: {} };
    await map.updateComplete;
    expect(headings()).toEqual([]);
    map.data = { positions: Float32Array.of(0, 0), labels: ['a'] };
    await map.updateComplete;
    expect(part(map, '.drawer-body').innerText).toContain('this map has positions alone');
  });
});

describe('audit()', () => {
  test('gives what each rule names, with ids and notes', async () => {
    const report = await map.audit();
    expect([...report.labels.ids]).toEqual([12, 20]);
    expect(report.labels).toMatchObject({ threshold: 0.8, notes: ['group 12', 'group 0'] });
    expect([...report.duplicates.ids]).toEqual([32, 52]);
    expect(report.duplicates.facts.groups).toBe(1);
    expect(report.hubs.facts.skewness).toBeTypeOf('number');
    expect([...report.norms.ids]).toEqual([50, 60]);
  });

  test('looks at the points within the limit, can be aborted, and needs vectors', async () => {
    map.limit = 20;
    await map.updateComplete;
    expect([...(await map.audit()).norms.ids].every((id) => id < 20)).toBe(true);
    const abort = new AbortController();
    const running = map.audit({ signal: abort.signal });
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'aborted' });
    map.data = { positions: Float32Array.of(0, 0), labels: ['a'] };
    await expect(map.audit()).rejects.toMatchObject({ code: 'invalid-data' });
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme, before and after', async (theme) => {
  const violations = async () => (await axe.run(map)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  Object.assign(map, { theme, panel: 'audit' });
  await expect.poll(() => map.shadowRoot!.querySelector('.audit-run')).not.toBeNull();
  expect(await violations()).toEqual([]);
  await audited();
  await open(0);
  await frames(2);
  expect(await violations()).toEqual([]);
});

test('in Chinese every word is', async () => {
  map.locale = 'zh';
  await audited();
  expect(headings()[0]).toBe('与近邻不同的标签 2');
  await open(1);
  expect(part(map, '.audit-body').innerText).toContain('第 1 组');
});
