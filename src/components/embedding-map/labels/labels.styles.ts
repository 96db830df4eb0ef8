import { css } from 'lit';

/** Styles of the canvas of labels and of its panel. */
export const labelStyles = css`
  .labels { position: absolute; top: 0; left: 0; display: block; }
  .labels-choice { display: grid; gap: 2px; margin-bottom: 8px; }
  .labels-choice > span { font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .labels-check { display: flex; align-items: center; gap: 8px; min-height: var(--_control); cursor: pointer; }
  .labels-check input { margin: 0; width: 16px; height: 16px; accent-color: var(--_accent); }
  .labels-choice .field {
    box-sizing: border-box; width: 100%; height: var(--_control); padding: 0 6px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: var(--_panel-opaque); font: inherit;
  }
  .labels-choice .field:focus-visible, .labels-check input:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .labels-regions { list-style: none; margin: 0 -6px; padding: 0; }
  .labels-regions li { display: flex; }
  .labels-regions li > :first-child { flex: 1; min-width: 0; justify-content: space-between; }
  .labels-regions .name { overflow: hidden; text-overflow: ellipsis; }
  .labels-regions .count { color: var(--_text-secondary); font-size: var(--_font-size-small); }
`;
