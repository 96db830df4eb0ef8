import { css } from 'lit';

/** Styles of a {@link PointList}. */
export const pointListStyles = css`
  .point-list { flex: 1 1 auto; min-height: 84px; margin: 0 -8px -6px; overflow: auto; overscroll-behavior: contain; outline: none; border-radius: var(--_radius-control); }
  .point-list:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
  .point-list-rows { box-sizing: border-box; overflow: hidden; }
  .point-list-row {
    box-sizing: border-box; display: flex; align-items: center; gap: 8px; padding: 0 8px; border-radius: var(--_radius-control); cursor: pointer;
    scroll-margin: 4px;
  }
  .point-list-row:hover, .point-list-row.active { background: var(--_control-hover); }
  .point-list:focus-visible .point-list-row.active { outline: 1px solid var(--_accent); outline-offset: -1px; }
  .point-list:not([aria-multiselectable]) .point-list-row.active { box-shadow: inset 2px 0 0 var(--_accent); }
  /* The box is as high as its row, so that a finger meets it. */
  .point-list-box { flex: none; display: grid; place-items: center; width: 24px; height: 100%; margin: 0 -4px 0 -8px; }
  .point-list-box::before { content: ''; width: 10px; height: 10px; border: 1.5px solid var(--_text-secondary); border-radius: 3px; }
  [aria-selected='true'] > .point-list-box::before { border-color: var(--_accent); background: var(--_accent); box-shadow: inset 0 0 0 1.5px var(--_panel-opaque); }
  @media (forced-colors: active) { [aria-selected='true'] > .point-list-box::before { background: Highlight; border-color: Highlight; forced-color-adjust: none; } }
  @media (pointer: coarse) { .point-list-box { width: 40px; } }
  .point-list-name { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .point-list-note { flex: 1 1 0; min-width: 0; text-align: end; color: var(--_text-secondary); font-size: var(--_font-size-small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .point-list mark { color: inherit; background: var(--_mark); border-radius: 3px; }
`;
