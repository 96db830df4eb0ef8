import { css } from 'lit';

/** Styles of the search panel. */
export const searchPanelStyles = css`
  /* The list takes what room there is, the drawer does not scroll. */
  .drawer[data-panel='search'] .drawer-body { display: flex; flex-direction: column; overflow: hidden; gap: 4px; }
  .drawer[data-panel='search'] .drawer-body > * { flex: none; }
  .drawer[data-panel='search'] .drawer-body > .point-list { flex: 0 1 auto; }

  .search-field {
    display: flex; align-items: center; gap: 1px; padding: 1px; border: 1px solid var(--_line); border-radius: var(--_radius-control); background: var(--_panel-opaque);
  }
  .search-field:focus-within { border-color: var(--_accent); box-shadow: 0 0 0 1px var(--_accent); }
  .search-field.wrong { border-color: var(--_danger); }
  .search-input {
    flex: 1; min-width: 0; height: 26px; box-sizing: border-box; padding: 0 4px 0 8px; border: 0; outline: none; background: transparent; color: inherit; font: inherit;
  }
  .search-input::placeholder { color: var(--_text-secondary); opacity: 1; }
  @media (pointer: coarse) { .search-input { height: 36px; font-size: 16px; } }
  .search-field .button { height: 26px; min-width: 26px; padding: 0 4px; }
  .button.sign { font-weight: 600; }
  .search-clear .icon { width: 14px; height: 14px; }

  .search-columns { font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .search-columns > summary { min-height: 22px; }
  .search-where { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .search-choices { display: flex; flex-wrap: wrap; gap: 2px 12px; max-height: 88px; overflow: auto; padding: 2px 0 4px 16px; }
  .choice { display: inline-flex; align-items: center; gap: 6px; min-height: 22px; color: var(--_text); cursor: pointer; overflow-wrap: anywhere; }
  .choice input { margin: 0; accent-color: var(--_accent); }
  .choice input:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }

  .search-note { margin: 0; color: var(--_text-secondary); font-size: var(--_font-size-small); overflow-wrap: anywhere; }
  .search-note.wrong { color: var(--_danger); }
  .search-actions { display: flex; flex-wrap: wrap; gap: 6px; }
  .button.outlined { border: 1px solid var(--_line); padding: 0 10px; }
`;
