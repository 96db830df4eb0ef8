import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvEmbeddingMap } from '../../../src/components/embedding-map/fv-embedding-map';
import { FvError, surfaceResources } from '../../../src/engine';
import { clusteredMap, clusteredVectors } from '../../harness/embedding-map';
import { frames, mount, mountFaked, part, record, text } from '../../harness/mount';

const data = clusteredVectors(60);

describe('a layout', () => {
  test('starts with run() and the options of the element, and tells how far it is', async () => {
    const map = await mountFaked({ data, perplexity: 12, seed: 7, backend: 'cpu', metric: 'euclidean' });
    expect(text(map)).toContain('60 points');
    expect(map.status.state).toBe('ready');
    const progress = record(map, 'fv-layout-progress');
    void map.run();
    await expect.poll(() => map.sessions.length).toBe(1);
    expect(map.session.vectors).toBe(data.vectors);
    expect(map.session.options).toMatchObject({ dimensions: 8, perplexity: 12, seed: 7, backend: 'cpu', metric: 'euclidean', learningRate: 'auto', iterations: 750 });
    expect(map.status.state).toBe('preparing');
    map.session.tellStatus();
    map.session.tellProgress();
    await map.updateComplete;
    expect(progress).toEqual([{ phase: 'optimization', iteration: 320, iterations: 750, placed: 60, klDivergence: 2.113, elapsedMs: 5200, stepsPerSecond: 61, remainingMs: 46_000 }]);
    expect(map.status).toMatchObject({ state: 'running', backend: 'cpu', points: 60 });
    for (const words of ['Refining', 'step 320 of 750 · 46 s left', 'KL 2.113', '61 steps/s', 'CPU']) expect(text(map)).toContain(words);
    expect(part(map, '.backend summary').title).toBe('CPU measured fastest, as there is no hardware adapter (CPU 0.4 ms, WebGPU 4.1 ms for a small step).');
  });

  test('starts by itself with autorun, not where positions are given', async () => {
    const map = await mountFaked({ data, autorun: true });
    await expect.poll(() => map.sessions.length).toBe(1);
    const ready = await mountFaked({ data: clusteredMap(20), autorun: true });
    await frames(3);
    expect(ready.sessions).toEqual([]);
    expect(ready.status.state).toBe('static');
  });

  test('is paused, resumed and reset by its buttons and by Space', async () => {
    const map = await mountFaked({ data, autorun: true });
    await expect.poll(() => map.sessions.length).toBe(1);
    const { session } = map;
    session.listener.onPositions?.(new Float32Array(120).fill(1), 1);
    session.tellProgress();
    await map.updateComplete;
    await userEvent.click(part(map, '[aria-label="Pause"]'));
    expect(map.status.state).toBe('paused');
    part(map, '.stage').focus();
    await userEvent.keyboard(' ');
    expect(map.status.state).toBe('running');
    expect(session.calls).toEqual(['pause', 'resume']);
    await userEvent.click(part(map, '[aria-label="Back to the start"]'));
    expect(session.calls).toEqual(['pause', 'resume', 'dispose']);
    expect(map.status.state).toBe('ready');
    expect(map.positions).toBeNull();
  });

  test('copies the positions it is lent, and ends with its own', async () => {
    const map = await mountFaked({ data });
    const ends = record(map, 'fv-layout-end');
    const run = map.run();
    await expect.poll(() => map.sessions.length).toBe(1);
    const lent = new Float32Array(120).fill(5);
    map.session.listener.onPositions?.(lent, 10);
    lent.fill(-1);
    expect(map.positions![7]).toBe(5);
    const positions = new Float32Array(120).fill(3);
    map.session.tellProgress({ phase: 'end', iteration: 750, elapsedMs: 14_200, remainingMs: 0 });
    map.session.listener.onEnd?.({ positions, klDivergence: 1.9, elapsedMs: 14_200 });
    await run;
    await map.updateComplete;
    expect(ends).toEqual([{ positions, klDivergence: 1.9, elapsedMs: 14_200 }]);
    expect(map.positions).toBe(positions);
    expect(text(map)).toContain('750 steps in 14 s');
    expect(part(map, '[role=status]').textContent).toBe('The layout is finished after 14 s.');
  });

  test('that fails says why, and can be run again', async () => {
    const map = await mountFaked({ data });
    const errors = record(map, 'fv-error');
    const run = map.run();
    await expect.poll(() => map.sessions.length).toBe(1);
    map.session.listener.onError?.(new FvError({ code: 'device-lost', expected: 'the GPU to stay', received: 'a lost device', fix: 'run again' }));
    await run;
    await map.updateComplete;
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'device-lost', expected: 'the GPU to stay' });
    expect(part(map, '[role=alert]').innerText).toContain('a lost device');
    void map.run();
    await expect.poll(() => map.sessions.length).toBe(2);
    await map.updateComplete;
    expect(map.shadowRoot!.querySelector('[role=alert]')).toBeNull();
  });

  test('that runs out of memory says so, and the map stays as far as it came', async () => {
    const map = await mountFaked({ data });
    const run = map.run();
    await expect.poll(() => map.sessions.length).toBe(1);
    map.session.tellProgress();
    map.session.listener.onPositions?.(new Float32Array(80).fill(4), 20);
    map.session.listener.onError?.(new FvError({ code: 'out-of-memory', expected: 'memory for the vectors', received: 'RangeError: Array buffer allocation failed', fix: 'lay out fewer rows (`limit`)' }));
    await run;
    await map.updateComplete;
    expect([...map.positions!]).toEqual(Array.from({ length: 80 }, () => 4));
    expect(map.status).toMatchObject({ state: 'failed', shown: 40 });
    expect(part(map, '[role=alert]').innerText).toContain('fewer rows');
  });

  test('is dropped for new data, and its late reports with it', async () => {
    const map = await mountFaked({ data });
    void map.run();
    await expect.poll(() => map.sessions.length).toBe(1);
    const old = map.session;
    map.data = clusteredVectors(30);
    await map.updateComplete;
    expect(old.calls).toEqual(['dispose']);
    const progress = record(map, 'fv-layout-progress');
    old.tellProgress();
    old.listener.onPositions?.(new Float32Array(120), 5);
    expect(progress).toEqual([]);
    expect(map.positions).toBeNull();
  });

  test('speaks Chinese where the page does, or where it is told to', async () => {
    document.documentElement.lang = 'zh-CN';
    const map = await mountFaked({ data, autorun: true });
    await expect.poll(() => map.sessions.length).toBe(1);
    map.session.tellProgress();
    await map.updateComplete;
    expect(text(map)).toContain('第 320 / 750 步 · 还需 46 秒');
    map.locale = 'en';
    await map.updateComplete;
    expect(text(map)).toContain('step 320 of 750');
    document.documentElement.removeAttribute('lang');
  });
});

describe('the life of an element', () => {
  test('removed, it disposes its session and gives its GPU objects back; put back, it shows what it showed', async () => {
    const before = surfaceResources();
    const map = await mountFaked({ data, autorun: true });
    await expect.poll(() => map.sessions.length).toBe(1);
    map.session.listener.onPositions?.(Float32Array.from({ length: 120 }, (_, i) => i), 1);
    await frames(3);
    const { session } = map;
    map.remove();
    await frames(1);
    expect(session.calls).toEqual(['dispose']);
    expect(surfaceResources()).toEqual(before);
    document.body.append(map);
    await expect.poll(() => surfaceResources().surfaces).toBe(before.surfaces + 1);
    expect(map.positions).toHaveLength(120);
    await expect.poll(() => map.sessions.length).toBe(2);
  });

  test('moved within the page, it goes on', async () => {
    const map = await mountFaked({ data, autorun: true });
    await expect.poll(() => map.sessions.length).toBe(1);
    const canvas = part(map, 'canvas');
    document.body.prepend(map);
    await frames(2);
    expect(map.session.calls).toEqual([]);
    expect(part(map, 'canvas')).toBe(canvas);
  });

  test('sets no event off by having a property set', async () => {
    const map = await mountFaked({ data: clusteredMap(50) });
    await frames(3);
    const events = (['fv-selection-change', 'fv-point-hover', 'fv-layout-progress', 'fv-error'] as const).map((name) => record(map, name));
    map.perplexity = 5;
    map.colorBy = 'group';
    map.data = clusteredMap(40);
    await frames(3);
    expect(events.flat()).toEqual([]);
  });

  test('reflects its options as attributes, and reads them', async () => {
    const holder = document.createElement('div');
    holder.innerHTML = '<fv-embedding-map perplexity="7" learning-rate="200" early-exaggeration="4" color-by="kind" metric="euclidean" autorun></fv-embedding-map>';
    const map = await mount(holder.firstElementChild as FvEmbeddingMap);
    expect(map).toMatchObject({ perplexity: 7, learningRate: 200, earlyExaggeration: 4, colorBy: 'kind', metric: 'euclidean', autorun: true });
    map.learningRate = 'auto';
    map.iterations = 100;
    await map.updateComplete;
    expect(map.getAttribute('learning-rate')).toBe('auto');
    expect(map.getAttribute('iterations')).toBe('100');
  });
});

test('a real layout runs in the engine, moves the points and ends', async () => {
  const map = await mount(Object.assign(new FvEmbeddingMap(), { data: clusteredVectors(200), iterations: 60, perplexity: 10, backend: 'cpu' as const }));
  const progress = record(map, 'fv-layout-progress');
  await map.run();
  expect(map.status).toMatchObject({ state: 'ended', backend: 'cpu', points: 200 });
  expect(progress[progress.length - 1]).toMatchObject({ phase: 'end', iteration: 60 });
  expect(map.positions).toHaveLength(400);
  expect(map.positions!.every(Number.isFinite)).toBe(true);
  expect((await map.neighbors(0, 3)).map(({ id }) => id)).toHaveLength(3);
});
