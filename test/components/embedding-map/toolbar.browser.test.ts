import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FakedMap } from '../../harness/embedding-map';
import { eventually } from '../../harness/eventually';
import { mountGrid } from '../../harness/grid-map';
import { part, record } from '../../harness/mount';

const focused = (map: FakedMap) => map.shadowRoot!.activeElement?.getAttribute('aria-label');

describe('the keyboard', () => {
  test('Tab reaches each toolbar once; arrow keys, Home and End go through it; Tab comes back to where one was', async () => {
    const { map, stage } = await mountGrid({ locale: 'en' }, 960, 700);
    stage.focus();
    await userEvent.tab();
    expect(focused(map)).toBe('Search');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused(map)).toBe('Selection');
    await userEvent.keyboard('{End}');
    expect(focused(map)).toBe('Keys');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(focused(map)).toBe('Take away');
    await userEvent.tab();
    expect(focused(map)).toBe('Outline points to select');
    await userEvent.tab();
    expect(focused(map)).toBe('Zoom in');
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    expect(focused(map)).toBe('Take away');
  });

  test('a panel that its button opened takes the focus, and Escape gives it back', async () => {
    const { map } = await mountGrid({ locale: 'en' }, 960, 700);
    part(map, '.buttons [data-panel="labels"]').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => map.shadowRoot!.activeElement).toBe(part(map, '.drawer'));
    await userEvent.keyboard('{Escape}');
    expect(map.panel).toBe('');
    expect(focused(map)).toBe('Labels');
  });

  test('a question mark lists the keys, in a field it is a letter', async () => {
    const { map, stage } = await mountGrid({ locale: 'zh-CN' }, 960, 700);
    stage.focus();
    await userEvent.keyboard('?');
    expect(map.panel).toBe('keys');
    await eventually(() => map.shadowRoot!.querySelector('.keys dd')?.textContent).toContain('平移');
    await userEvent.keyboard('{Control>}k{/Control}');
    await eventually(() => map.shadowRoot!.activeElement?.className).toBe('search-input');
    await userEvent.keyboard('?');
    expect([map.panel, map.query]).toEqual(['search', '?']);
  });
});

describe('a small map', () => {
  test.each([[300, 320], [360, 640]])('folds its buttons in %i × %i px; they unfold inside it, and Escape folds them again', async (width, height) => {
    const { map } = await mountGrid({ locale: 'en' }, width, height);
    const panels = record(map, 'fv-panel-change');
    const fold = part(map, '.fold .button');
    const search = part(map, '.buttons [data-panel="search"]');
    expect(search.checkVisibility()).toBe(false);
    fold.focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => search.checkVisibility()).toBe(true);
    const [outer, inner] = [map.getBoundingClientRect(), part(map, '.buttons').getBoundingClientRect()];
    expect(inner.left).toBeGreaterThanOrEqual(outer.left);
    expect(inner.bottom).toBeLessThanOrEqual(outer.bottom);
    await userEvent.keyboard('{Escape}');
    await eventually(() => search.checkVisibility()).toBe(false);
    expect(map.shadowRoot!.activeElement).toBe(fold);
    await userEvent.click(fold);
    await userEvent.click(part(map, '.buttons [data-panel="selection"]'));
    await eventually(() => map.shadowRoot!.activeElement).toBe(part(map, '.drawer'));
    await userEvent.keyboard('{Escape}');
    expect(map.shadowRoot!.activeElement).toBe(fold);
    expect(panels).toEqual([{ panel: 'selection' }, { panel: '' }]);
  });

  test.each([[300, 320], [360, 640]])('and nothing overlaps or sticks out with a panel open in %i × %i px', async (width, height) => {
    const { map } = await mountGrid({ locale: 'en', panel: 'list' }, width, height);
    await eventually(() => map.shadowRoot!.querySelector('.list-head')).not.toBeNull();
    const [outer, drawer, tools] = [map, part(map, '.drawer'), part(map, '.fold')].map((element) => element.getBoundingClientRect());
    expect(drawer.bottom).toBeLessThanOrEqual(outer.bottom);
    expect(tools.bottom).toBeLessThanOrEqual(drawer.top);
    expect(tools.top).toBeGreaterThanOrEqual(outer.top);
  });
});
