import { css } from 'lit';
import { chrome } from '../activation-text/fv-activation-text.styles';
import { controls } from '../controls.styles';
import { theme } from '../theme';

const layout = css`
  :host {
    display: block; position: relative; height: 480px; min-width: 200px; overflow: hidden; text-align: start;
    color: var(--_text); background: var(--_surface); font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums;
  }
  :host([hidden]) { display: none; }
  [hidden] { display: none !important; }
  .root { position: absolute; inset: 0; container-type: size; }
  .root > .frame { position: absolute; inset: 0; display: grid; grid-template: 'bar' auto 'table' minmax(0, 1fr) 'legend' auto / minmax(0, 1fr); }
  .table { grid-area: table; display: flex; flex-direction: column; min-height: 0; }
  .rows { position: relative; flex: 1; min-height: 0; overflow: auto; scrollbar-gutter: stable; overflow-anchor: none; overscroll-behavior: contain; outline: none; }
  .rows:focus-visible { box-shadow: inset 0 0 0 2px var(--_accent); }
  .content { position: relative; line-height: 19px; }
  .size { font-weight: 600; white-space: nowrap; }
  .button.outlined[aria-pressed='true'] { background: var(--_text); border-color: var(--_text); color: var(--_surface); }
  .bar > .setting { display: flex; align-items: center; gap: 6px; max-width: 320px; color: var(--_text-secondary); }
  .bar > .setting select { color: var(--_text); min-width: 0; }
  .bar > .setting > span { white-space: nowrap; }

  .row { box-sizing: border-box; display: grid; grid-template-columns: var(--_columns); gap: 0 12px; align-items: first baseline; padding: 6px 12px; }
  .head { grid-area: auto; flex: none; padding-block: 2px; scrollbar-gutter: stable; overflow: hidden auto; border-bottom: 1px solid var(--_line); color: var(--_text-secondary); font-size: var(--_font-size-small); line-height: var(--_control); }
  .block.row { position: absolute; inset-inline: 0; contain: layout style; border-bottom: 1px solid var(--_line); line-height: 1.45; }
  .block.row:hover { background: var(--_control-hover); }
  .block.row[aria-selected='true'] { box-shadow: inset 3px 0 0 var(--_accent); }
  .cell { min-width: 0; overflow-wrap: anywhere; }
  .number { color: var(--_text-secondary); text-align: end; white-space: nowrap; overflow-wrap: normal; }
  .head .sum, .sum { text-align: end; }
  .prediction bdi { margin-inline-end: 6px; }
  .wrong .prediction bdi { font-weight: 600; }
  .tag { font-size: var(--_font-size-small); border: 1px solid var(--_danger); color: var(--_danger); border-radius: 4px; padding: 0 4px; margin-inline-start: 4px; white-space: nowrap; }
  .text-cell { cursor: text; font-size: var(--fv-text-size, 14px); line-height: 1.75; }
  .head .text-cell { font-size: inherit; line-height: inherit; cursor: default; }
  .text-cell p { display: inline; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
  .text-cell .block { display: inline; }
  .sum { white-space: nowrap; }
  .sum > .figure { display: block; white-space: normal; }
  .sum-bar { position: relative; display: block; height: 4px; margin: 2px 0; background: linear-gradient(var(--_line), var(--_line)) center / 1px 100% no-repeat; }
  .sum-bar > span { position: absolute; inset-block: 0; background: var(--_score); border-radius: 1px; }
  .sum-bar > .plus { left: 50%; --_score: var(--_plus); }
  .sum-bar > .minus { right: 50%; --_score: var(--_minus); }
  .head-button { display: inline-flex; align-items: center; gap: 2px; min-height: 24px; padding: 0 4px; margin-inline: -4px; border: 0; border-radius: 4px; color: inherit; background: none; font: inherit; cursor: pointer; white-space: nowrap; }
  .head-button:hover { background: var(--_control-hover); color: var(--_text); }
  .head-button:focus-visible { outline: 2px solid var(--_accent); outline-offset: -1px; }
  .head-button .icon { width: 12px; height: 12px; }
  .row-error { color: var(--_danger); }
  .row .hint { margin: 0; }
  .nothing-left { position: absolute; inset: 24px 16px auto; text-align: center; color: var(--_text-secondary); }
  .legend .strip-box { position: relative; flex: 0 1 240px; min-width: 80px; height: 10px; border-radius: 2px; background: var(--_ramp); box-shadow: inset 0 0 0 1px var(--_line); }
`;

const tokens = css`
  .s { padding-block: 2px; background-clip: padding-box; }
  .chip { display: inline-block; padding: 0 4px; margin-inline: 0 4px; border-radius: 3px; font-size: var(--_font-size-small); line-height: 1.5; box-shadow: inset 0 0 0 1px var(--_line); }
  .block + .chip { margin-inline: 4px 0; }
  .nan { color: var(--_text); background: repeating-linear-gradient(45deg, var(--_missing) 0 1px, var(--_surface) 1px 4px); }
  .inf { text-decoration: underline double; text-underline-offset: 3px; }
  .s[data-cursor] { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); border-radius: 1px; position: relative; z-index: 1; }
  .s:hover { box-shadow: 0 0 0 1.5px var(--_text); border-radius: 1px; position: relative; z-index: 1; }
  .underlined .s { border-block-end: var(--_score-line, 0 none); border-block-end-color: var(--_text); }
  .underlined .s.nan { border-block-end: 1px dashed var(--_text); }
  .control { unicode-bidi: isolate; }
  .control::before {
    content: attr(data-mark); font-size: 0.65em; border: 1px solid; border-radius: 3px; padding: 0 2px; margin-inline: 1px; vertical-align: 0.15em; unicode-bidi: isolate; direction: ltr;
  }
`;

const narrow = css`
  @container (width < 560px) {
    .root > .frame { grid-template: 'bar' auto 'table' minmax(0, 1fr) 'legend' auto / minmax(0, 1fr); }
    .head { display: none; }
    .block.row { grid-template-columns: auto auto minmax(0, 1fr) auto; gap: 2px 8px; }
    .block.row .text-cell { grid-column: 1 / -1; grid-row: 2; }
    .block.row .sum { grid-column: -2; grid-row: 1; }
    .block.row .sum-bar { display: none; }
    .block.row [data-label]::before { content: attr(data-label); margin-inline-end: 4px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
    .bar > .setting > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .bar > .setting { max-width: 45%; }
  }
`;

/** Styles of `<fv-attribution-table>`; the colours of the tokens come with the palette. */
export const styles = [theme, controls, chrome, layout, tokens, narrow];
