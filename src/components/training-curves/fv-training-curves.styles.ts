import { css } from 'lit';
import { controls } from '../controls.styles';
import { theme } from '../theme';

const layout = css`
  :host {
    display: block; position: relative; min-width: 240px; overflow: auto; text-align: start;
    color: var(--_text); background: var(--_surface); font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums;
  }
  :host([hidden]) { display: none; }
  [hidden] { display: none !important; }
  .root { position: relative; min-height: 100%; box-sizing: border-box; display: flow-root; }
  .root.dropping { box-shadow: inset 0 0 0 2px var(--_accent); }
  .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--fv-panel-width, 380px)), 1fr)); gap: 16px 24px; padding: 8px 12px 16px; align-items: start; }
  figure { margin: 0; min-width: 0; }
  figcaption { font-weight: 600; margin-bottom: 2px; overflow-wrap: anywhere; }
  .plot { position: relative; height: var(--fv-plot-height, 220px); }
  .area { position: absolute; inset: 0; outline: none; cursor: crosshair; touch-action: pan-y; border-radius: 4px; user-select: none; }
  .area:focus-visible { box-shadow: 0 0 0 2px var(--_accent); }
  canvas { position: absolute; inset: 0; width: 100%; height: 100%; border-radius: 4px; }
  .overlay { pointer-events: none; }
  .marks { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
`;

const chrome = css`
  .bar { position: relative; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 8px 12px; border-bottom: 1px solid var(--_line); }
  .bar .space { flex: 1; }
  .bar .field { max-width: 160px; }
  .smoothing { display: flex; align-items: center; gap: 8px; color: var(--_text-secondary); }
  .smoothing input { width: 96px; margin: 0; accent-color: var(--_text); }
  .smoothing output { color: var(--_text); min-width: 2.4em; }
  .smoothing input:focus-visible { outline: 2px solid var(--_accent); outline-offset: 3px; border-radius: 4px; }
  .button[aria-expanded='true'] { background: var(--_control-hover); }
  .settings {
    position: absolute; inset-block-start: calc(100% + 6px); inset-inline-end: 8px; width: min(260px, calc(100% - 16px)); box-sizing: border-box; padding: 8px 12px 12px; max-height: 60vh; overflow: auto;
    background: var(--_panel-opaque); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
  }
  .settings fieldset { border: 0; border-top: 1px solid var(--_line); margin: 8px 0 0; padding: 0; }
  .settings legend { padding: 0 8px 0 0; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .settings .save { display: flex; flex-wrap: wrap; gap: 6px; }
  .check { overflow-wrap: anywhere; }

  .mark {
    position: absolute; top: 0; left: 0; width: 18px; height: 18px; padding: 0; display: grid; place-items: center; border: 1px solid var(--_text-secondary); border-radius: 50%;
    color: var(--_text); background: var(--_surface); pointer-events: auto; cursor: help;
  }
  .mark .icon { width: 11px; height: 11px; stroke-width: 2.5; }
  .mark:hover { border-color: var(--_text); }
  .mark:focus-visible, .line:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  @media (pointer: coarse) { .mark::after { content: ''; position: absolute; inset: -6px; } }

  .legend { width: 100%; border-collapse: collapse; font-size: var(--_font-size-small); margin-top: 4px; table-layout: auto; }
  .legend th, .legend td { padding: 0 0 0 8px; text-align: end; font-weight: 400; white-space: nowrap; }
  .legend thead th { color: var(--_text-secondary); }
  .legend tbody th { text-align: start; padding: 0; width: 99%; max-width: 0; }
  .legend .at { color: var(--_text-secondary); }
  .legend .at::before { content: '@'; }
  .line {
    display: flex; align-items: center; gap: 6px; width: 100%; min-height: 24px; padding: 0 4px; margin-inline-start: -4px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer;
  }
  .line:hover { background: var(--_control-hover); }
  .line .name { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .line.run .name { font-weight: 600; }
  .line[aria-pressed='false'] .name { color: var(--_text-secondary); text-decoration: line-through; }
  .line[aria-pressed='false'] .swatch { opacity: 0.35; }
  .swatch { flex: none; width: 18px; height: 8px; fill: none; }

  .comparison { padding: 8px 12px 12px; border-bottom: 1px solid var(--_line); }
  .comparison .scroll { overflow: auto; max-height: 320px; margin-top: 8px; }
  .comparison .scroll:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .runs { border-collapse: collapse; font-size: var(--_font-size-small); }
  .runs th, .runs td { padding: 4px 16px 4px 0; text-align: end; font-weight: 400; white-space: nowrap; vertical-align: top; }
  .runs thead th { color: var(--_text-secondary); vertical-align: middle; }
  .runs thead .button { font-size: inherit; margin-inline-end: -6px; color: var(--_text); }
  .runs thead [aria-sort] .button { font-weight: 600; text-decoration: underline; }
  .runs th:first-child { text-align: start; }
  .runs .name, .runs .parameter { max-width: 200px; overflow: hidden; text-overflow: ellipsis; }
  .runs .parameter { text-align: start; }
  .runs tbody tr { border-top: 1px solid var(--_line); }
  .runs .leads { font-weight: 600; }
  .runs .of { font-weight: 400; color: var(--_text-secondary); }
  .comparison .note { padding: 8px 0 0; }
  .comparison .note dl { margin: 4px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .comparison .note dd { margin: 0; }

  .card { position: absolute; top: 0; left: 0; z-index: 4; box-sizing: border-box; width: max-content; max-width: min(300px, calc(100% - 8px)); padding: 6px 10px; pointer-events: none; overflow-wrap: anywhere; font-size: var(--_font-size-small); }
  .card p, .card dl { margin: 0; }
  .card .card-title { font-weight: 600; }
  .card .of { font-weight: 400; color: var(--_text-secondary); }
  .card dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; }
  .card dt { display: flex; align-items: center; gap: 6px; color: var(--_text-secondary); }
  .card dd { margin: 0; text-align: end; }
  .card .own { color: var(--_text); font-weight: 600; }

  .note { margin: 0; padding: 6px 12px 0; color: var(--_text-secondary); overflow-wrap: anywhere; }
  figure .note { padding: 8px 0; }
  .note ul { margin: 4px 0 0; padding-inline-start: 20px; max-height: 160px; overflow: auto; }
  .notice { padding: 16px 20px; }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; display: flex; align-items: center; gap: 8px; }
  .notice p { margin: 0; overflow-wrap: anywhere; }
  .notice.empty { display: grid; place-content: center; min-height: 160px; text-align: center; color: var(--_text-secondary); }
  .notice.empty h2 { justify-content: center; color: var(--_text); }
  .notice.error { border-bottom: 1px solid var(--_line); }
  .notice.error h2 { color: var(--_danger); }
  .notice.error h2 .button { margin-inline-start: auto; color: var(--_text); }
  .notice .source { font-weight: 600; margin-top: 8px; }
  .notice dl { margin: 4px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .notice dt { color: var(--_text-secondary); }
  .notice dd { margin: 0; overflow-wrap: anywhere; }
`;

/** Styles of `<fv-training-curves>`. */
export const styles = [theme, controls, layout, chrome];
