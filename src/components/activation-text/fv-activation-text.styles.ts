import { css } from 'lit';
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
  .frame { position: absolute; inset: 0; display: grid; grid-template: 'bar bar' auto 'text units' minmax(0, 1fr) 'legend legend' auto / minmax(0, 1fr) auto; }
  .scroller { grid-area: text; position: relative; overflow: auto; overflow-anchor: none; overscroll-behavior: contain; outline: none; }
  .scroller:focus-visible { box-shadow: inset 0 0 0 2px var(--_accent); }
  .text { position: relative; box-sizing: border-box; margin: 12px 16px; max-width: var(--fv-measure, 960px); cursor: text; font-size: var(--fv-text-size, 15px); line-height: 1.9; }
  .block { position: absolute; inset-inline: 0; contain: layout style; }
  .block p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-align: start; }
`;

const segments = css`
  .s { padding-block: 2px; background-clip: padding-box; }
  .nan { color: var(--_text); background: repeating-linear-gradient(45deg, var(--_missing) 0 1px, var(--_surface) 1px 4px); }
  .inf { text-decoration: underline double; text-underline-offset: 3px; }
  .s[data-cursor] { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); border-radius: 1px; position: relative; z-index: 1; }
  .s:hover, .s[data-linked] { box-shadow: 0 0 0 1.5px var(--_text); border-radius: 1px; position: relative; z-index: 1; }
  .s[data-cursor]:hover { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); }
  .chosen { border-block: 2px solid var(--_accent); }
  .text ::selection { background: transparent; }
  .underlined .s:not(.chosen) { border-block-end: var(--_score-line, 0 none); border-block-end-color: var(--_text); }
  .underlined .s.nan { border-block-end: 1px dashed var(--_text); }
  .space { position: relative; }
  .space::before { content: attr(data-mark); opacity: 0.7; position: absolute; inset-inline: 0; text-align: center; pointer-events: none; }
  .space.break::before { position: static; }
  .control { unicode-bidi: isolate; }
  .control::before {
    content: attr(data-mark); font-size: 0.65em; border: 1px solid; border-radius: 3px; padding: 0 2px; margin-inline: 1px; vertical-align: 0.15em; unicode-bidi: isolate; direction: ltr;
  }
`;

/** Bar, settings, legend, lists, card and notices: what all elements of activations have around them. */
export const chrome = css`
  .bar { grid-area: bar; position: relative; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; padding: 6px 8px 6px 12px; border-bottom: 1px solid var(--_line); background: var(--_surface); }
  .space-between { flex: 1; }
  .unit { display: flex; align-items: center; gap: 2px; min-width: 0; }
  .unit-name { font-weight: 600; min-width: 0; max-width: 16em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; margin-inline-start: 6px; }
  .of, .verdict, .selected { color: var(--_text-secondary); white-space: nowrap; }
  .of { margin-inline-start: 4px; }
  .button:disabled { opacity: 0.4; cursor: default; background: none; }
  .button.outlined { border: 1px solid var(--_line); padding: 0 10px; }
  .button[aria-expanded='true'] { background: var(--_control-hover); }
  select, input.number {
    box-sizing: border-box; height: var(--_control); max-width: 100%; padding: 0 6px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: var(--_panel-opaque); font: inherit; font-variant-numeric: inherit; text-overflow: ellipsis;
  }
  input.number { width: 5.5em; }
  .bar > .setting { min-width: 0; max-width: 220px; }
  select:focus-visible, input:focus-visible, .end:focus-visible, .line:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .settings { position: absolute; inset-block-start: calc(100% + 6px); inset-inline-end: 8px; width: min(280px, calc(100% - 16px)); box-sizing: border-box; max-height: calc(100cqh - 64px); overflow: auto; padding: 12px; display: grid; gap: 8px; background: var(--_panel-opaque); }
  .settings .setting { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); align-items: center; gap: 8px; }
  .settings .setting > span { color: var(--_text-secondary); }
  .check { display: flex; align-items: center; gap: 8px; min-height: 24px; }
  .check input { margin: 0; width: 16px; height: 16px; accent-color: var(--_accent); }

  .legend { grid-area: legend; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 6px 12px 8px; border-top: 1px solid var(--_line); font-size: var(--_font-size-small); }
  .figure { color: var(--_text-secondary); font-size: var(--_font-size-small); white-space: nowrap; }
  .chart { position: relative; flex: 1; min-width: 80px; max-width: 360px; height: 34px; }
  .chart svg { position: absolute; inset: 0 0 auto; width: 100%; height: 24px; }
  .chart path { fill: var(--_text-secondary); }
  .strip { position: absolute; inset: auto 0 0; height: 10px; border-radius: 2px; }
  .end { position: absolute; inset-block-start: 0; width: 24px; height: 34px; margin-inline-start: -12px; cursor: ew-resize; touch-action: none; border-radius: 3px; }
  .end::before { content: ''; position: absolute; inset: 0 11px; background: var(--_text); box-shadow: 0 0 0 1px var(--_surface); border-radius: 1px; }
  .end::after { content: ''; position: absolute; inset: auto 8px 0; height: 12px; background: var(--_text); box-shadow: 0 0 0 1px var(--_surface); border-radius: 2px; }
  .kind, .constant { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
  .swatch { width: 14px; height: 10px; border-radius: 2px; box-shadow: inset 0 0 0 1px var(--_line); }
  .swatch.inf { border-bottom: 3px double var(--_text); }

  .units { grid-area: units; width: 260px; box-sizing: border-box; display: flex; flex-direction: column; min-height: 0; border-inline-start: 1px solid var(--_line); }
  .units-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px; padding: 8px; }
  .units-head .setting { min-width: 0; }
  .units-head .measure { grid-row: 2; }
  .units-head select { width: 100%; }
  .pattern { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px; padding: 0 8px 8px; }
  .problem { margin: 0 16px 8px; color: var(--_danger); overflow-wrap: anywhere; }
  .units-list { flex: 1; min-height: 0; overflow: auto; margin: 0; padding: 0 8px 8px; list-style: none; overscroll-behavior: contain; }
  .line { position: relative; box-sizing: border-box; width: 100%; min-height: 24px; display: flex; align-items: baseline; gap: 8px; padding: 2px 6px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  .line:hover { background: var(--_control-hover); }
  .line[aria-current='true'] { font-weight: 600; box-shadow: inset 2px 0 0 var(--_accent); }
  .line .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bar-of { position: absolute; inset-block-end: 0; inset-inline-start: 0; height: 2px; background: var(--_text-secondary); opacity: 0.5; }
  .context-text { flex: 1; min-width: 0; font-size: var(--_font-size-small); overflow-wrap: anywhere; white-space: pre-line; }
  mark { color: inherit; background: var(--_mark); border-radius: 2px; }
  .hint { margin: 8px 16px; color: var(--_text-secondary); }

  .card { position: absolute; top: 0; left: 0; z-index: 4; box-sizing: border-box; width: max-content; max-width: min(280px, calc(100% - 16px)); padding: 8px 12px; overflow: hidden; pointer-events: none; overflow-wrap: anywhere; }
  .card p, .card dl { margin: 0; }
  .card-label { font-weight: 600; white-space: pre-line; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .card dl { margin-top: 4px; font-size: var(--_font-size-small); display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 8px; }
  .card dt { color: var(--_text-secondary); }
  .card dd { margin: 0; }

  .notice { position: absolute; top: 50%; left: 50%; transform: translate(-50%, -50%); z-index: 5; box-sizing: border-box; width: max-content; max-width: min(420px, calc(100% - 24px)); max-height: calc(100% - 24px); overflow: auto; padding: 16px 20px; }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; display: flex; align-items: center; gap: 8px; }
  .notice p { margin: 0; overflow-wrap: anywhere; }
  .notice.empty { text-align: center; color: var(--_text-secondary); }
  .notice.empty h2 { justify-content: center; color: var(--_text); }
  .notice.error h2 { color: var(--_danger); }
  .notice dl { margin: 8px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .notice dt { color: var(--_text-secondary); }
  .notice dd { margin: 0; overflow-wrap: anywhere; }

  @container (width < 560px) {
    .frame { grid-template: 'bar' auto 'text' minmax(0, 1fr) 'units' auto 'legend' auto / minmax(0, 1fr); }
    .units { width: auto; max-height: 40cqh; border-inline-start: 0; border-top: 1px solid var(--_line); }
    .text { margin-inline: 12px; }
    .bar > .setting { max-width: 130px; }
    .unit { flex: 1 1 190px; }
    .space-between { display: none; }
    .verdict { white-space: normal; }
  }
`;

/** Styles of `<fv-activation-text>`; the colours of the segments come with the palette. */
export const styles = [theme, controls, layout, segments, chrome];
