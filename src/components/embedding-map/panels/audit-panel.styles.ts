import { css } from 'lit';

/** Styles of the panel of the audit. */
export const auditPanelStyles = css`
  /* The list takes what room there is, the drawer does not scroll while it is open. */
  .drawer[data-panel='audit'] .drawer-body:has(.point-list) { display: flex; flex-direction: column; overflow: hidden; }
  .drawer[data-panel='audit'] .drawer-body > * { flex: none; }
  .drawer[data-panel='audit'] .drawer-body > .audit-body { flex: 0 1 auto; overflow: auto; }
  .audit-body:has(.point-list) { min-height: 140px; }
  @container (width < 640px) {
    .drawer[data-panel='audit'] .drawer-body:has(.point-list) { display: block; overflow: auto; }
    .drawer[data-panel='audit'] .audit-body > .point-list { max-height: 168px; }
  }
  .drawer .audit-rule { margin: 0; font: inherit; color: inherit; display: flex; }
  .audit-rule .entry { min-height: var(--_control); }
  .audit-rule .name { font-weight: 600; }
  .audit-chevron { display: inline-flex; }
  .audit-chevron .icon { width: 12px; height: 12px; transform: rotate(-90deg); transition: transform var(--_duration); }
  .audit-rule [aria-expanded='true'] .icon { transform: none; }
  .audit-body { display: flex; flex-direction: column; gap: 4px; padding: 0 8px 8px 12px; margin: 0 -8px 0 0; }
  .audit-body > * { flex: none; }
  .audit-body > .point-list { flex: 0 1 auto; margin: 0 0 0 -8px; }
  .audit-body .drawer-note, .audit-foot { font-size: var(--_font-size-small); }
  .drawer-note.wrong { color: var(--_danger); }
  .audit-run { margin-top: 8px; padding: 0 12px; }
  .audit-progress { display: block; width: 100%; height: 4px; margin: 6px 0 8px; border: 0; border-radius: 2px; overflow: hidden; appearance: none; background: var(--_line); color: var(--_accent); }
  .audit-progress::-webkit-progress-bar { background: var(--_line); }
  .audit-progress::-webkit-progress-value { background: var(--_accent); }
  .audit-progress::-moz-progress-bar { background: var(--_accent); }
  .audit-slider { display: flex; align-items: center; gap: 8px; }
  .audit-slider input { flex: 1; min-width: 0; margin: 0; accent-color: var(--_accent); }
  .audit-slider output { min-width: 5ch; text-align: end; color: var(--_text); font-size: var(--_font-size-small); }
  .audit-select { height: var(--_control); min-width: 0; padding: 0 4px; border: 1px solid var(--_line); border-radius: var(--_radius-control); color: inherit; background: var(--_panel-opaque); font: inherit; }
  .audit-select:focus-visible, .audit-slider input:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .audit-foot { margin: 8px 0 0; display: flex; flex-wrap: wrap; gap: 6px; align-items: center; color: var(--_text-secondary); }
  .audit-foot > span { width: 100%; }
  .audit-foot .button { color: var(--_text); font-size: var(--_font-size); }
  .button.outlined { border: 1px solid var(--_line); padding: 0 10px; }
`;
