import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { clusteredMap, clusteredVectors, type FakedMap } from '../../harness/embedding-map';
import { frames, mountFaked, part } from '../../harness/mount';

const { positions } = clusteredMap(100);
const data = { ...clusteredVectors(100), columns: { group: Array.from({ length: 100 }, (_, i) => `g${i % 12}`) } };

async function started(map: FakedMap): Promise<void> {
  void map.run();
  await expect.poll(() => map.sessions.length > 0).toBe(true);
  map.session.tellStatus();
  map.session.listener.onPositions?.(positions, 10);
  map.session.tellProgress();
}

const states: Record<string, (map: FakedMap) => Promise<void> | void> = {
  empty: (map) => void (map.data = null),
  ready: () => undefined,
  running: started,
  paused: async (map) => {
    await started(map);
    map.pause();
  },
  ended: async (map) => {
    await started(map);
    map.session.listener.onEnd?.({ positions: positions.slice(), klDivergence: 1, elapsedMs: 1000 });
  },
  hovered: async (map) => {
    await started(map);
    part(map, '.stage').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  },
  error: (map) => void (map.data = { ...data, labels: [] }),
};

describe.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', (theme) => {
  test.each(Object.keys(states))('%s', async (state) => {
    const map = await mountFaked({ data, theme, colorBy: 'group' }, 600, 560);
    await states[state](map);
    await map.updateComplete;
    await frames(3);
    const { violations } = await axe.run(map);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe.each([[300, 400], [360, 640]])('in %i × %i px', (width, height) => {
  test.each(['running', 'ended', 'ready', 'error', 'hovered'])('nothing sticks out: %s', async (state) => {
    const map = await mountFaked({ data, colorBy: 'group', locale: 'en' }, width, height);
    await states[state](map);
    await map.updateComplete;
    await frames(3);
    const outer = map.getBoundingClientRect();
    for (const panel of map.shadowRoot!.querySelectorAll<HTMLElement>('.panel, .button')) {
      if (panel.hidden) continue;
      const box = panel.getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual(outer.left);
      expect(box.right).toBeLessThanOrEqual(outer.right);
      expect(box.top).toBeGreaterThanOrEqual(outer.top);
      expect(box.bottom).toBeLessThanOrEqual(outer.bottom);
    }
    for (const line of map.shadowRoot!.querySelectorAll<HTMLElement>('.progress p, .notice dd')) {
      expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
    }
  });
});
