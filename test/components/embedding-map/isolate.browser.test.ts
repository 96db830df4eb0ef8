import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually, until } from '../../harness/eventually';
import { gridData, mountGrid, type GridMap } from '../../harness/grid-map';
import { part, record, text } from '../../harness/mount';

let { map, stage }: GridMap = {} as GridMap;

const { positions: _, ...laidOut } = gridData;
const all = gridData.positions;
const alone = Float32Array.of(0, 0, 10, 0, 0, 10);

/** A finished layout of all points; then the three selected ones are laid out alone, but for the end. */
async function isolate(): Promise<void> {
  map.select([17, 4, 9]);
  map.panel = 'selection';
  await until(() => map.shadowRoot!.querySelector('.isolate'));
  await userEvent.click(part(map, '.isolate'));
  await eventually(() => map.sessions.length).toBe(2);
}

const ended = () => map.session.listener.onEnd?.({ positions: alone.slice(), klDivergence: 1, elapsedMs: 10 });

beforeEach(async () => {
  ({ map, stage } = await mountGrid());
  map.data = laidOut;
  await map.updateComplete;
  void map.run();
  await eventually(() => map.sessions.length).toBe(1);
  map.session.listener.onEnd?.({ positions: all.slice(), klDivergence: 2, elapsedMs: 10 });
  await map.updateComplete;
});

describe('isolated points', () => {
  test('are laid out alone by a button that names their count, while the layout of all waits', async () => {
    const changes = record(map, 'fv-isolate-change');
    map.select([17, 4, 9]);
    map.panel = 'selection';
    await eventually(() => map.shadowRoot!.querySelector('.isolate')?.textContent?.trim()).toBe('Lay out these 3 points');
    await isolate();
    expect([...map.session.vectors]).toEqual([4, 9, 17].flatMap((id) => [...gridData.vectors.subarray(2 * id, 2 * id + 2)]));
    expect(changes).toEqual([{ ids: [4, 9, 17] }]);
    expect([map.isolated, map.selection]).toEqual([[4, 9, 17], []]);
    expect(map.sessions[0].calls).not.toContain('dispose');
  });

  test('keep the colours of their categories, though the most frequent is another one among them', async () => {
    map.data = { ...laidOut, positions: gridData.positions, columns: { kind: Array.from(gridData.labels.keys(), (id) => (id < 12 ? 'many' : id < 20 ? 'some' : 'few')) } };
    map.colorBy = 'kind';
    const swatches = () => Object.fromEntries([...map.shadowRoot!.querySelectorAll('.legend .entry')].map((entry) => [entry.querySelector('.name')!.textContent.trim(), (entry.querySelector('.swatch') as HTMLElement)?.style.cssText]));
    await eventually(() => Object.keys(swatches())).toEqual(['many', 'some', 'few']);
    const { few, some } = swatches();
    void map.isolate([12, 20, 21]);
    await eventually(() => Object.keys(swatches())).toEqual(['some', 'few']);
    expect(swatches()).toEqual({ few, some });
  });

  test('are known by their ids in every event and method', async () => {
    await isolate();
    ended();
    await eventually(() => map.status.state).toBe('ended');
    const clicks = record(map, 'fv-point-click');
    const selections = record(map, 'fv-selection-change');
    const pins = record(map, 'fv-pin-change');
    map.panel = '';
    await map.flyTo([9]);
    stage.focus();
    await userEvent.keyboard('{Enter}');
    expect([clicks, selections, pins]).toEqual([[{ id: 9, label: 'p9' }], [{ ids: [9] }], [{ id: 9, label: 'p9' }]]);
    expect([...(await map.search('p17'))]).toEqual([17]);
    expect((await map.neighbors(4, 2)).map(({ id }) => id)).toEqual([3, 5]);
    map.select([4, 5]);
    map.invertSelection();
    expect(map.selection).toEqual([9, 17]);
    expect(await map.toCsv()).toContain('p17');
    expect(await map.toCsv()).not.toContain('p16');
  });

  test('give way to all points, where they were, and are selected then', async () => {
    const before = map.positions;
    await isolate();
    ended();
    await eventually(() => text(map)).toContain('3 of 24 points, alone');
    const changes = record(map, 'fv-isolate-change');
    await userEvent.click(part(map, '.isolated button'));
    expect(map.positions).toBe(before);
    expect([...map.positions!]).toEqual([...all]);
    expect([map.isolated, map.selection, map.status.state, changes]).toEqual([null, [4, 9, 17], 'ended', [{ ids: null }]]);
    expect(map.sessions.map(({ calls }) => calls.includes('dispose'))).toEqual([false, true]);
    await eventually(() => map.shadowRoot!.querySelector('.isolated')).toBeNull();
  });

  test('can be isolated further; all points are one step away', async () => {
    await isolate();
    ended();
    void map.isolate([17]);
    await eventually(() => map.sessions.length).toBe(3);
    expect(map.isolated).toEqual([17]);
    map.showAll();
    expect([map.isolated, map.status.points]).toEqual([null, 24]);
  });

  test('leave a running layout where it was', async () => {
    void map.run();
    await eventually(() => map.sessions.length).toBe(2);
    const running = map.session;
    running.tellProgress();
    void map.isolate([1, 2]);
    await eventually(() => map.sessions.length).toBe(3);
    expect(running.calls).toEqual(['pause']);
    map.showAll();
    expect(map.status.state).toBe('paused');
    map.resume();
    expect(running.calls).toEqual(['pause', 'resume']);
  });

  test('end with the data, and both layouts with them', async () => {
    await isolate();
    map.data = gridData;
    await map.updateComplete;
    expect([map.isolated, map.status.state, map.status.points]).toEqual([null, 'static', 24]);
    expect(map.sessions.map(({ calls }) => calls.includes('dispose'))).toEqual([true, true]);
  });

  test('stay where they are without vectors', async () => {
    map.data = { labels: gridData.labels, positions: all };
    await map.updateComplete;
    await map.isolate([1, 2]);
    expect([...map.positions!]).toEqual([...all.subarray(2, 6)]);
  });

  test('are some: none is an error', async () => {
    await expect(map.isolate([])).rejects.toThrow('Expected points to lay out alone, received none');
  });
});
