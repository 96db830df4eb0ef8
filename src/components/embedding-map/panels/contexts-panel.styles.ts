import { css } from 'lit';
import { pointListStyles } from './point-list.styles';

/** Styles of the concordance. */
export const contextStyles = css`
  ${pointListStyles}
  @container (width >= 720px) { .drawer[data-panel='contexts'] { width: 440px; } }
  .contexts { display: flex; flex-direction: column; gap: 4px; min-height: 0; max-height: 60vh; }
  .contexts-head { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin: 0; }
  .contexts-head > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .contexts-sort { display: flex; align-items: center; gap: 8px; margin-bottom: 4px; }
  .contexts-sort > span { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .contexts .field {
    box-sizing: border-box; height: var(--_control); padding: 0 6px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: var(--_panel-opaque); font: inherit;
  }
  .contexts .field:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  /* The word stands in the middle; what comes before it ends there, and is cut off at its beginning. */
  .kwic { flex: 1; min-width: 0; display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); column-gap: 0.3em; white-space: nowrap; }
  .kwic-before { display: flex; justify-content: flex-end; overflow: hidden; color: var(--_text-secondary); }
  .kwic-before > span { flex: none; }
  .kwic-after { overflow: hidden; text-overflow: ellipsis; color: var(--_text-secondary); }
  .kwic mark { padding: 0 2px; max-width: 12em; overflow: hidden; text-overflow: ellipsis; }
`;
