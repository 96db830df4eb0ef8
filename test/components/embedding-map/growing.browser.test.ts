import { beforeEach, describe, expect, test } from 'vitest';
import type { LayoutQuality } from '../../../src/engine';
import { clusteredMap, clusteredVectors, type FakedMap } from '../../harness/embedding-map';
import { mountFaked, part, record, text } from '../../harness/mount';

const DIMENSIONS = 8;
const all = clusteredVectors(90, DIMENSIONS);
const head = (n: number) => ({ vectors: all.vectors.slice(0, n * DIMENSIONS), dimensions: DIMENSIONS, labels: all.labels.slice(0, n) });
const quality: LayoutQuality = {
  neighborhoodPreservation: 0.384, trustworthiness: 0.9, randomTripletAccuracy: 0.7, k: 10, sampled: 60, preservation: Float32Array.from({ length: 60 }, (_, i) => i / 59),
};

let map: FakedMap;

/** The positions a layout of so many rows tells: row i at (i, −i). */
const placesOf = (n: number) => Float32Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? i / 2 : -(i - 1) / 2));

async function started(n = 60): Promise<void> {
  map = await mountFaked({ data: head(n), autorun: true });
  await expect.poll(() => map.sessions.length).toBe(1);
}

async function end(n: number): Promise<void> {
  map.session.tellProgress({ phase: 'end', iteration: 750, placed: n });
  map.session.listener.onEnd?.({ positions: placesOf(n), klDivergence: 1.9, elapsedMs: 1000 });
  await map.updateComplete;
}

describe('a layout in levels', () => {
  beforeEach(() => started());

  test('shows the rows that have a place, and no others', async () => {
    map.session.tellStatus({ level: 2, levels: 3, levelPoints: 20, recall: 0.957 });
    map.session.tellProgress({ placed: 20 });
    map.session.listener.onPositions?.(placesOf(20), 10);
    await map.updateComplete;
    expect(map.status).toMatchObject({ points: 60, shown: 20, level: 2, levels: 3 });
    expect(map.positions).toHaveLength(40);
    expect(text(map)).toContain('level 2 of 3 · 20 of 60 points');
    expect(part(map, '.backend').textContent).toContain('0.957');
    expect((await map.toSvg()).match(/<circle/g)).toHaveLength(20);
    map.session.listener.onPositions?.(placesOf(60), 20);
    await map.updateComplete;
    expect(map.status.shown).toBe(60);
  });

  test('leaves the place of a row without one empty in the table', async () => {
    map.session.listener.onPositions?.(placesOf(20), 10);
    const lines = (await map.toCsv()).split('\r\n');
    expect(lines[20]).toBe('word 19,19,-19');
    expect(lines[21]).toBe('word 20,,');
  });
});

describe('limit', () => {
  beforeEach(async () => {
    await started();
    await end(60);
  });

  test('hides the rows after it everywhere, and shows them again, without another layout', async () => {
    map.setAttribute('limit', '12');
    await map.updateComplete;
    expect(map.status).toMatchObject({ points: 60, shown: 12 });
    expect((await map.toSvg()).match(/<circle/g)).toHaveLength(12);
    expect(await map.search('word')).toHaveLength(12);
    expect((await map.neighbors(0, 50)).every(({ id }) => id < 12)).toBe(true);
    expect((await map.toCsv()).trim().split('\r\n')).toHaveLength(13);
    expect(text(map)).toContain('12 points');
    map.limit = null;
    await map.updateComplete;
    expect(map.hasAttribute('limit')).toBe(false);
    expect(map.status.shown).toBe(60);
    expect(map.positions).toHaveLength(120);
    expect(map.session.calls).toEqual([]);
  });

  test('counts the colours of the rows within it', async () => {
    const data = clusteredMap(500);
    map.data = data;
    map.colorBy = 'group';
    map.limit = 100;
    const total = () => [...map.shadowRoot!.querySelectorAll('.legend .count')].reduce((sum, count) => sum + Number(count.textContent), 0);
    await expect.poll(total).toBe(100);
  });
});

describe('extend', () => {
  test('lets the rows after the present ones join the layout that runs', async () => {
    await started();
    map.session.tellProgress();
    map.extend(head(90));
    await map.updateComplete;
    expect(map.sessions).toHaveLength(1);
    expect(map.session.extensions).toEqual([all.vectors.slice(60 * DIMENSIONS)]);
    expect(map.status).toMatchObject({ state: 'running', points: 90 });
    expect(map.data!.labels).toHaveLength(90);
  });

  test('takes a finished layout up again', async () => {
    await started();
    await end(60);
    map.select([3]);
    map.extend(head(90));
    await map.updateComplete;
    expect(map.status).toMatchObject({ state: 'running', points: 90, shown: 60 });
    expect(map.selection).toEqual([3]);
    await end(90);
    expect(map.status).toMatchObject({ state: 'ended', shown: 90 });
  });

  test('refuses data with another head, and keeps the present', async () => {
    await started();
    const other = { ...head(90), labels: all.labels.map((label, row) => (row === 5 ? 'else' : label)) };
    expect(() => map.extend(other)).toThrow('Expected label "word 5" in row 5, received "else"');
    expect(map.data!.labels).toHaveLength(60);
    expect(map.session.extensions).toEqual([]);
  });

  test('lets rows join a map that came as positions, which are left alone', async () => {
    const positions = Float32Array.from({ length: 40 }, (_, i) => i);
    map = await mountFaked({ data: { labels: all.labels.slice(0, 20), positions } });
    map.extend(head(90));
    await map.updateComplete;
    expect(map.sessions).toHaveLength(1);
    expect(map.session.options.initial).toEqual(positions);
    expect(map.session.vectors).toHaveLength(90 * DIMENSIONS);
    expect(map.status).toMatchObject({ points: 90, shown: 20 });
    await end(90);
    expect(map.status).toMatchObject({ state: 'ended', shown: 90 });
    expect([...positions]).toEqual([...positions.keys()]);
  });

  test('adds to ready positions', async () => {
    const whole = clusteredMap(50);
    map = await mountFaked({ data: { labels: whole.labels.slice(0, 20), positions: whole.positions.slice(0, 40) } });
    map.extend({ labels: whole.labels, positions: whole.positions });
    await map.updateComplete;
    expect(map.status).toMatchObject({ state: 'static', shown: 50 });
  });
});

describe('place', () => {
  test('gives new points ids after the last, a place, and a label to be found by', async () => {
    await started();
    await end(60);
    expect(await map.place(all.vectors.slice(0, 2 * DIMENSIONS), ['new one', 'new two'])).toEqual([60, 61]);
    expect(map.status).toMatchObject({ state: 'ended', points: 62, shown: 62 });
    expect([...map.positions!.subarray(120)]).toEqual([7, 7, 7, 7]);
    expect([...(await map.search('new'))]).toEqual([60, 61]);
    await map.updateComplete;
    expect(map.sessions).toHaveLength(1);
  });

  test('needs a finished layout, and a vector per label', async () => {
    await started();
    await expect(map.place(new Float32Array(DIMENSIONS), ['x'])).rejects.toThrow('Expected a layout that has ended');
    await end(60);
    await expect(map.place(new Float32Array(DIMENSIONS), ['x', 'y'])).rejects.toThrow('Expected 16 values');
  });
});

describe('quality', () => {
  test('is measured when the layout ends, told and shown', async () => {
    await started();
    const told = record(map, 'fv-quality-change');
    await end(60);
    expect(map.quality).toBeNull();
    map.session.tellQuality(quality);
    await expect.poll(() => map.quality).toBe(quality);
    await map.updateComplete;
    expect(told).toEqual([{ quality }]);
    expect(text(map)).toContain('kept 0.38 of 10 nearest');
    map.reset();
    expect(map.quality).toBeNull();
  });

  test('colours by each point\'s own preservation, unless the data has a column of that name', async () => {
    await started();
    map.colorBy = 'preservation';
    await end(60);
    expect(map.shadowRoot!.querySelector('.legend')).toBeNull();
    map.session.tellQuality(quality);
    await expect.poll(() => [...map.shadowRoot!.querySelectorAll<HTMLInputElement>('.legend .ends input')].map(({ value }) => value)).toEqual(['0', '1']);
    map.data = { ...clusteredMap(30), columns: { preservation: Array.from({ length: 30 }, () => 'mine') } };
    await expect.poll(() => map.shadowRoot!.querySelector('.legend .name')?.textContent && map.shadowRoot!.querySelectorAll('.legend li').length).toBe(1);
  });

  test('outlives the removal of the element, as the finished layout does', async () => {
    await started();
    await end(60);
    map.session.tellQuality(quality);
    await expect.poll(() => map.quality).toBe(quality);
    map.remove();
    await expect.poll(() => map.session.calls).toEqual(['dispose']);
    expect(map.status).toMatchObject({ state: 'ended', shown: 60 });
    expect(map.quality).toBe(quality);
  });
});
