import { css } from 'lit';
import { controls } from '../controls.styles';
import { pointListStyles } from '../embedding-map/panels/point-list.styles';
import { theme } from '../theme';

const layout = css`
  :host {
    --_word-size: var(--fv-text-size, 15px);
    display: block; position: relative; min-width: 200px; text-align: start;
    color: var(--_text); background: var(--_surface); font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums;
  }
  :host([hidden]) { display: none; }
  .root { position: relative; display: flex; flex-direction: column; min-height: 100%; max-height: inherit; height: 100%; box-sizing: border-box; }
  .root.dropping { box-shadow: inset 0 0 0 2px var(--_accent); }
  .head { position: relative; z-index: 2; border-bottom: 1px solid var(--_line); }
  .stage { flex: 0 1 auto; min-height: 0; overflow: auto; padding: 12px 16px; outline: none; }
  .stage:focus-visible { box-shadow: inset 0 0 0 2px var(--_accent); }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 6px 12px; }
  .bar .space { flex: 1; }
  .bar .choose { padding: 0 6px 0 10px; }
  .bar .choose .icon { width: 12px; height: 12px; }
  .button[aria-expanded='true'], .button[aria-pressed='true'] { background: var(--_control-hover); }
  .steps:dir(rtl) > .button:not(.choose) .icon { transform: scaleX(-1); }
  .attachment { font-weight: 600; }
  .picker {
    position: absolute; inset-block-start: calc(100% + 6px); inset-inline-start: 8px; width: min(520px, calc(100% - 16px)); max-height: 320px; box-sizing: border-box; display: flex; flex-direction: column; gap: 4px; padding: 8px;
    background: var(--_panel-opaque); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
  }
  .picker .field { width: 100%; flex: none; }
  .picker .of { margin: 0; padding: 0 2px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .picker .point-list { margin: 0 -4px -4px; }
  .picker .number { flex: none; min-width: 32px; text-align: end; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .picker .point-list-note { flex: none; }
  .picker .point-list-name { flex: 1 1 auto; }
`;

const picture = css`
  .picture { display: block; overflow: visible; }
  .line { fill: none; stroke: var(--_text-secondary); stroke-width: 1.25px; }
  .arrow { fill: var(--_text-secondary); stroke: none; }
  .label-ground { fill: var(--_surface); stroke: none; }
  .label { fill: var(--_text-secondary); font-family: var(--_font); font-size: var(--_font-size-small); text-anchor: middle; unicode-bidi: isolate; direction: ltr; }
  .arc.hot .line { stroke: var(--_text); stroke-width: 2px; }
  .arc.hot .arrow, .arc.hot .label { fill: var(--_text); }
  /* Told apart by more than a hue: a wrong label is boxed, a wrong head is long dashes, the gold's arc is dots. */
  .arc.label .line, .arc.head .line { stroke: var(--_danger); stroke-width: 1.75px; }
  .arc.label .arrow, .arc.head .arrow, .arc.label .label, .arc.head .label { fill: var(--_danger); }
  .arc.label .label-ground { stroke: var(--_danger); stroke-width: 1px; }
  .arc.head .line { stroke-dasharray: 7 4; }
  .arc.gold .line { stroke: var(--_text); stroke-width: 1.75px; stroke-dasharray: 0.1 4; stroke-linecap: round; }
  .arc.gold .arrow { fill: var(--_surface); stroke: var(--_text); stroke-width: 1px; }
  .arc.gold .label { fill: var(--_text); font-style: italic; }
  .arc.dim .line, .arc.dim .mark, .arc.dim .label-ground { stroke: var(--_line); }
  .arc.dim .label-ground { stroke: none; }
  .arc.dim .arrow { fill: var(--_line); stroke: none; }
  .arc.dim .label, .arc.dim .mark-number { fill: color-mix(in srgb, var(--_text-secondary) 40%, var(--_surface)); }
  .arc.empty .line { stroke-dasharray: 2 2; }
  .arc.circular .line { stroke-width: 2.5px; }
  .mark { fill: var(--_surface); stroke: var(--_text-secondary); stroke-width: 1px; }
  .mark-number { fill: var(--_text); font-family: var(--_font); font-size: 9px; text-anchor: middle; }

  .word { cursor: default; transition: opacity var(--_duration); }
  .word.dim { opacity: 0.5; }
  .word-ground { fill: transparent; stroke: none; }
  .form { fill: var(--_text); font-family: var(--_font); font-size: var(--_word-size); text-anchor: middle; unicode-bidi: plaintext; }
  .small { fill: var(--_text-secondary); font-family: var(--_font); font-size: var(--_font-size-small); text-anchor: middle; direction: ltr; }
  .word.lit .word-ground { fill: var(--_surface); stroke: var(--_accent); stroke-width: 2px; }
  .word.near .word-ground { fill: var(--_control-hover); }
  .word.empty .form { fill: var(--_text-secondary); font-style: italic; }
  .word.empty .word-ground { stroke: var(--_text-secondary); stroke-width: 1px; stroke-dasharray: 3 3; }
  .bracket path { fill: none; stroke: var(--_text-secondary); stroke-width: 1px; }
  .bracket text { fill: var(--_text-secondary); font-family: var(--_font); font-size: var(--_font-size-small); text-anchor: middle; unicode-bidi: plaintext; }
  @media (forced-colors: active) { .picture { forced-color-adjust: none; } }
`;

const outline = css`
  .line-row { display: flex; align-items: stretch; gap: 0; min-height: 26px; line-height: 26px; border-radius: 4px; }
  .line-row.lit { box-shadow: inset 0 0 0 2px var(--_accent); }
  .line-row.near { background: var(--_control-hover); }
  .guide { flex: none; position: relative; width: 20px; }
  .guide.through::before, .guide.branch::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: 9px; border-inline-start: 1px solid var(--_other); }
  .guide.end::before { content: ''; position: absolute; inset-block: 0 13px; inset-inline-start: 9px; border-inline-start: 1px solid var(--_other); }
  .guide.branch::after, .guide.end::after { content: ''; position: absolute; inset-block-start: 13px; inset-inline: 9px 2px; border-block-start: 1px solid var(--_other); }
  .line-form { padding-inline: 6px; font-size: var(--_word-size); overflow-wrap: anywhere; }
  .line-label { padding-inline: 4px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .line-label.wrong-label { color: var(--_danger); text-decoration: underline double; text-underline-offset: 3px; }
  .line-label.wrong-head { color: var(--_danger); text-decoration: underline dashed; text-underline-offset: 3px; }
  .line-label.gold-arc { color: var(--_text); font-style: italic; }
  .line-small { padding-inline: 4px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
`;

const chrome = css`
  .foot { padding: 0 16px 8px; }
  .foot p { margin: 4px 0 0; }
  .finding { display: flex; gap: 6px; align-items: center; overflow-wrap: anywhere; }
  .finding .icon { color: var(--_danger); }
  .kinds { display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .kind { display: inline-flex; align-items: center; gap: 6px; }
  .note { padding: 0 12px 6px; color: var(--_text-secondary); overflow-wrap: anywhere; }
  .note ul { margin: 4px 0 0; padding-inline-start: 20px; max-height: 120px; overflow: auto; }
  .notice { padding: 16px 20px; }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; display: flex; align-items: center; gap: 8px; }
  .notice p { margin: 0; overflow-wrap: anywhere; }
  .notice.empty { flex: 1; display: grid; place-content: center; min-height: 160px; text-align: center; color: var(--_text-secondary); }
  .notice.empty h2 { justify-content: center; color: var(--_text); }
  .notice.error { border-bottom: 1px solid var(--_line); }
  .notice.error h2 { color: var(--_danger); }
  .notice.error h2 .button { margin-inline-start: auto; color: var(--_text); }
  .notice dl { margin: 4px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .notice dt { color: var(--_text-secondary); }
  .notice dd { margin: 0; overflow-wrap: anywhere; }
`;

/** Styles of `<fv-dependency-tree>`. */
export const styles = [theme, controls, pointListStyles, layout, picture, outline, chrome];
