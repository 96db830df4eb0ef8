import { css } from 'lit';

/** Settings in the drawer. */
export const panelStyles = css`
  .setting { display: grid; grid-template-columns: 88px minmax(0, 1fr); align-items: center; gap: 4px 8px; margin: 4px 0; }
  .setting > span { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .palettes { border: 0; margin: 8px 0; padding: 0; min-width: 0; }
  .palettes > legend { padding: 0; margin-bottom: 2px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .palette { display: flex; align-items: center; gap: 8px; min-height: 24px; cursor: pointer; }
  .palette input { margin: 0; accent-color: var(--_accent); }
  .gradient { flex: none; width: 88px; height: 10px; border-radius: 3px; }
`;
