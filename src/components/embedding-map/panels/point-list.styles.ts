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
  .point-list-row:hover, .point-list-row[aria-selected='true'] { background: var(--_control-hover); }
  .point-list-row[aria-selected='true'] { box-shadow: inset 2px 0 0 var(--_accent); }
  .point-list-name { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .point-list-note { flex: 1 1 0; min-width: 0; text-align: end; color: var(--_text-secondary); font-size: var(--_font-size-small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .point-list mark { color: inherit; background: var(--_mark); border-radius: 3px; }
`;
