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
  .root { position: absolute; inset: 0; container-type: size; display: flex; flex-direction: column; }
  .root.dropping { box-shadow: inset 0 0 0 2px var(--_accent); }
  .frame { flex: 1; min-height: 0; display: grid; grid-template: 'head' auto 'text' minmax(0, 1fr) / minmax(0, 1fr); }
  .frame.with-scores { grid-template: 'head head' auto 'text scores' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, min(46%, 460px)); }
  .head { grid-area: head; border-bottom: 1px solid var(--_line); }
  .scroller { grid-area: text; position: relative; overflow: auto; overflow-anchor: none; overscroll-behavior: contain; outline: none; }
  .scroller:focus-visible { box-shadow: inset 0 0 0 2px var(--_accent); }
  .scores { grid-area: scores; overflow: auto; overscroll-behavior: contain; border-inline-start: 1px solid var(--_line); padding: 4px 12px 12px; }
  @container (max-width: 760px) {
    .frame.with-scores { grid-template: 'head' auto 'scores' minmax(0, 1fr) 'text' minmax(0, 1fr) / minmax(0, 1fr); }
    .scores { border-inline-start: 0; border-bottom: 1px solid var(--_line); }
  }
`;

const text = css`
  .text { position: relative; box-sizing: border-box; margin-block: 8px 12px; margin-inline: 56px 16px; max-width: var(--fv-measure, 880px); font-size: var(--fv-text-size, 15px); line-height: 1.9; }
  .block { position: absolute; inset-inline: 0; contain: layout style; padding-block: 4px; }
  .block::before { content: attr(data-number); position: absolute; inset-inline-start: -48px; width: 38px; text-align: end; font-size: var(--_font-size-small); line-height: 28px; color: var(--_text-secondary); }
  .block p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-align: start; line-height: calc(1.75em + 5px * var(--lanes)); }
  @container (max-width: 480px) { .text { margin-inline: 12px; } .block::before { position: static; display: block; width: auto; text-align: start; line-height: 1.4; } }

  .seg { padding-block-start: 2px; background-repeat: no-repeat; box-decoration-break: clone; -webkit-box-decoration-break: clone; cursor: default; }
  .seg.first { padding-inline-start: 3px; border-start-start-radius: 4px; border-end-start-radius: 2px; }
  .seg.last { padding-inline-end: 3px; border-start-end-radius: 4px; border-end-end-radius: 2px; }
  .seg.deep { border-end-start-radius: 0; border-end-end-radius: 0; }
  .seg.hot { outline: 1.5px solid var(--_text); outline-offset: 0; }
  .seg.at { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .tag { unicode-bidi: isolate; white-space: nowrap; user-select: none; }
  .tag::before { content: attr(data-mark); margin-inline-start: 5px; font-size: 0.7em; font-weight: 650; letter-spacing: 0.02em; vertical-align: 0.08em; }
  .seg.deep > .tag::before { border-inline-start: 3px solid var(--own); padding-inline-start: 3px; }
  .seg.deep > .tag.gold::before { border-inline-start-style: dashed; border-inline-start-width: 2px; }
  .tag.gold::before { font-style: italic; font-weight: 500; }
  .tag.wrong:not(.gold)::before { text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: 2px; }
  .tag.faded::before { font-weight: 400; color: var(--_text-secondary); }
  .control { unicode-bidi: isolate; }
  .control::before {
    content: attr(data-mark); font-size: 0.65em; border: 1px solid; border-radius: 3px; padding: 0 2px; margin-inline: 1px; vertical-align: 0.15em; unicode-bidi: isolate; direction: ltr;
  }
  .none { margin: 24px 16px; color: var(--_text-secondary); }
  @media (forced-colors: active) { .seg, .swatch, .verdict-mark { forced-color-adjust: none; } .seg { color: var(--_text); } }
`;

const chrome = css`
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 8px 12px 4px; }
  .bar .space { flex: 1; }
  .find { position: relative; flex: 0 1 220px; min-width: 140px; }
  .find .field { width: 100%; padding-inline-start: 28px; }
  .find .icon { position: absolute; inset-inline-start: 8px; top: 6px; color: var(--_text-secondary); pointer-events: none; }
  .bar select.field { max-width: 240px; padding: 0 4px; }
  .of { color: var(--_text-secondary); font-weight: 400; }
  .bar .button.framed { padding: 0 10px; }
  .button[aria-expanded='true'] { background: var(--_control-hover); }
  .threshold { display: flex; align-items: center; gap: 8px; color: var(--_text-secondary); }
  .threshold input { width: 96px; margin: 0; accent-color: var(--_text); }
  .threshold output { color: var(--_text); min-width: 2.4em; }
  .threshold input:focus-visible { outline: 2px solid var(--_accent); outline-offset: 3px; border-radius: 4px; }

  .legend { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 0 8px 6px; max-height: 92px; overflow: auto; }
  .entries { display: flex; flex-wrap: wrap; gap: 0 2px; }
  .entries.verdicts { padding-inline-start: 12px; border-inline-start: 1px solid var(--_line); }
  .entry { display: inline-flex; align-items: center; gap: 6px; min-height: 24px; max-width: 200px; padding: 0 6px; border: 0; border-radius: var(--_radius-control); color: inherit; background: none; font: inherit; cursor: pointer; }
  .entry:hover { background: var(--_control-hover); }
  .entry:focus-visible, .cell:focus-visible, .wide:focus-visible { outline: 2px solid var(--_accent); outline-offset: -1px; }
  .entry .name { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .entry .count { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .entry[aria-pressed='false'] .name { color: var(--_text-secondary); text-decoration: line-through; }
  .swatch { flex: none; display: inline-block; box-sizing: border-box; width: 10px; height: 10px; border-radius: 3px; border: 2px solid var(--swatch); background: var(--swatch); }
  .entry[aria-pressed='false'] .swatch { background: transparent; }
  .swatch.gold { background: transparent; border-style: dashed; }
  /* The same signs as in the text: a full line is predicted, a dashed one gold. */
  .verdict-mark { flex: none; width: 14px; height: 8px; box-sizing: border-box; border-block: 0 solid var(--_text); }
  .verdict-mark.exact { border-block-end-width: 3px; background: linear-gradient(var(--_missing), var(--_missing)) 0 0 / 100% 5px no-repeat; }
  .verdict-mark.boundary { border-block-end: 2px dashed var(--_text); background: linear-gradient(var(--_text), var(--_text)) 0 1px / 60% 3px no-repeat; }
  .verdict-mark.type { border-block-end: 2px dashed var(--_text); background: linear-gradient(var(--_text), var(--_text)) 0 1px / 100% 3px no-repeat; }
  .verdict-mark.spurious { border-block-end-width: 3px; }
  .verdict-mark.missed { border-block-end: 2px dashed var(--_text); }
  @media (pointer: coarse) { .entry, .cell { min-height: 32px; } }

  .scores h2 { display: flex; align-items: center; justify-content: space-between; margin: 0; font-size: inherit; font-weight: 600; min-height: 32px; }
  .wide { overflow-x: auto; margin-bottom: 16px; border-radius: 4px; outline-offset: 2px; }
  table { border-collapse: collapse; font-size: var(--_font-size-small); width: 100%; }
  table.grid { width: auto; }
  caption { text-align: start; font-size: var(--_font-size-small); color: var(--_text-secondary); padding: 0 0 4px; }
  .grid caption { color: var(--_text); font-weight: 600; font-size: var(--_font-size); }
  .grid caption .of { display: block; font-size: var(--_font-size-small); }
  th { font-weight: 500; text-align: end; padding: 2px 0 2px 10px; white-space: nowrap; }
  th[scope='row'], thead tr > th:first-child { text-align: start; padding-inline-start: 0; max-width: 120px; overflow: hidden; text-overflow: ellipsis; }
  thead th { color: var(--_text-secondary); }
  td { text-align: end; padding: 2px 0 2px 10px; }
  tfoot tr:first-child > * { border-top: 1px solid var(--_line); }
  tfoot th, tfoot td { font-weight: 600; }
  .grid th[scope='col'] { padding: 2px 4px; text-align: center; max-width: 84px; overflow: hidden; text-overflow: ellipsis; }
  .grid th[scope='row'] { padding-inline-end: 8px; }
  .grid td { padding: 0; height: 28px; min-width: 40px; border: 1px solid var(--_line); text-align: center; }
  .grid thead td { border: 0; }
  .grid td.own { box-shadow: inset 0 0 0 1px var(--_text-secondary); }
  .grid .plain { font-style: italic; color: var(--_text-secondary); }
  .cell { width: 100%; height: 100%; min-height: 28px; padding: 0 6px; border: 0; color: var(--_text); background: color-mix(in srgb, var(--_text) var(--tint), transparent); font: inherit; font-variant-numeric: inherit; cursor: pointer; }
  .cell:hover { box-shadow: inset 0 0 0 1.5px var(--_text); }
  .cell[aria-pressed='true'] { box-shadow: inset 0 0 0 2px var(--_accent); font-weight: 700; }

  .card { position: absolute; top: 0; left: 0; z-index: 4; box-sizing: border-box; width: max-content; max-width: min(320px, calc(100% - 8px)); padding: 6px 10px; pointer-events: none; overflow-wrap: anywhere; font-size: var(--_font-size-small); background: var(--_panel-opaque); }
  .card section + section { border-top: 1px solid var(--_line); margin-top: 6px; padding-top: 6px; }
  .card p { margin: 0; }
  .card-title { display: flex; align-items: center; gap: 6px; }
  .card .figure { margin-inline-start: auto; padding-inline-start: 12px; }
  .note { padding: 0 12px 6px; color: var(--_text-secondary); overflow-wrap: anywhere; }
  .note ul { margin: 4px 0 0; padding-inline-start: 20px; max-height: 120px; overflow: auto; }
  .notice { padding: 16px 20px; }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; display: flex; align-items: center; gap: 8px; }
  .notice p { margin: 0; overflow-wrap: anywhere; }
  .notice.empty { flex: 1; display: grid; place-content: center; text-align: center; color: var(--_text-secondary); }
  .notice.empty h2 { justify-content: center; color: var(--_text); }
  .notice.error { border-bottom: 1px solid var(--_line); }
  .notice.error h2 { color: var(--_danger); }
  .notice.error h2 .button { margin-inline-start: auto; color: var(--_text); }
  .notice dl { margin: 4px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .notice dt { color: var(--_text-secondary); }
  .notice dd { margin: 0; overflow-wrap: anywhere; }
`;

/** Styles of `<fv-entity-text>`. */
export const styles = [theme, controls, layout, text, chrome];
