import { css } from 'lit';

/** Settings, lines that are buttons, and histograms: what the legend and the panels share. */
export const panelStyles = css`
  .setting { display: grid; grid-template-columns: 88px minmax(0, 1fr); align-items: center; gap: 4px 8px; margin: 4px 0; }
  .setting > span { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .palettes { border: 0; margin: 8px 0; padding: 0; min-width: 0; }
  .palettes > legend { padding: 0; margin-bottom: 2px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .palette { display: flex; align-items: center; gap: 8px; min-height: 24px; cursor: pointer; }
  .palette input { margin: 0; accent-color: var(--_accent); }
  .gradient { flex: none; width: 88px; height: 10px; border-radius: 3px; }
  .entry {
    flex: 1; min-width: 0; display: flex; align-items: center; gap: 8px; min-height: 22px; padding: 0 4px; margin: 0 -4px; border: 0; border-radius: 4px;
    color: inherit; background: transparent; font: inherit; cursor: pointer; transition: background var(--_duration), opacity var(--_duration);
  }
  .entry:hover { background: var(--_control-hover); }
  .entry:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .entry:disabled { cursor: default; opacity: 0.6; }
  .entry .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: start; }
  .entry .count { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  @media (pointer: coarse) { .entry { min-height: 32px; } }
  .small { height: 22px; font-size: var(--_font-size-small); }
  .histogram { display: block; width: 100%; height: 40px; }
`;
