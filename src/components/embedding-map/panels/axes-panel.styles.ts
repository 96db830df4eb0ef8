import { css } from 'lit';

/** Styles of the panel of axes. */
export const axesStyles = css`
  .axis-form .field { flex: 1; }
  .axis-form .primary { height: var(--_control); padding: 0 10px; }
  .axis-hint { margin: 6px 0; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .axis-problem { margin: 6px 0; color: var(--_danger); }
  .axis-problem p { margin: 2px 0; overflow-wrap: anywhere; }
  .axis-problem .suggestions { color: var(--_text-secondary); }
  .axis-problem .button { color: var(--_text); border: 1px solid var(--_line); margin: 2px; }
  .axis-histogram { margin: 8px 0 2px; }
  .axis-histogram .histogram { height: 48px; border-bottom: 1px solid var(--_line); }
  .axis-ends { display: flex; justify-content: space-between; gap: 8px; padding-top: 2px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .axis-lists { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 12px; }
  .axis-list h3 { overflow-wrap: anywhere; }
  .axis-list .unit { float: inline-end; font-weight: 400; }
  .axis-list ol { list-style: none; margin: 0; padding: 0; }
  .axis-list li { display: flex; }
`;
