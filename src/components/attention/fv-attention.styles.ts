import { css, unsafeCSS } from 'lit';
import { chrome } from '../activation-text/fv-activation-text.styles';
import { controls } from '../controls.styles';
import { theme } from '../theme';
import { COLUMN, TOKEN_PX } from './links-stage';

const layout = css`
  :host {
    display: block; position: relative; height: 480px; min-width: 200px; overflow: hidden; text-align: start;
    color: var(--_text); background: var(--_surface); font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums;
  }
  :host([hidden]) { display: none; }
  [hidden] { display: none !important; }
  .root { position: absolute; inset: 0; container-type: size; }
  .root > .frame { position: absolute; inset: 0; display: grid; grid-template: 'bar bar' auto 'pane main' minmax(0, 1fr) / minmax(0, 0.42fr) minmax(0, 0.58fr); }
  .size { font-weight: 600; white-space: nowrap; }
  .warning { color: var(--_danger); }
  .bar > .setting { display: flex; align-items: center; gap: 6px; max-width: 300px; color: var(--_text-secondary); }
  .bar > .setting > span { white-space: nowrap; }
  .bar > .setting select { color: var(--_text); min-width: 0; }
  .progress { padding: 4px 12px; color: var(--_text-secondary); font-size: var(--_font-size-small); }

  .pane { grid-area: pane; display: flex; flex-direction: column; min-height: 0; border-inline-end: 1px solid var(--_line); }
  .pane-scroller { flex: 1; min-height: 0; overflow: auto; padding: 8px 12px 12px; scrollbar-gutter: stable; overscroll-behavior: contain; }
  .heads { position: relative; outline: none; }
  .pictures { position: absolute; top: 0; left: 0; }
  .head { position: absolute; box-sizing: border-box; cursor: pointer; border-radius: 2px; box-shadow: inset 0 0 0 1px var(--_line); }
  .head:hover { box-shadow: 0 0 0 1.5px var(--_text); }
  .head[aria-selected='true'] { box-shadow: 0 0 0 1px var(--_surface), 0 0 0 3px var(--_accent); z-index: 1; }
  .heads:focus-visible .head.active { outline: 2px solid var(--_text); outline-offset: 3px; z-index: 2; }
  .caption { position: absolute; padding-top: 1px; font-size: 10px; line-height: 13px; text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; color: var(--_text-secondary); }
  .heads > .tick { position: absolute; top: 0; display: grid; place-content: center; height: 16px; font-size: 10px; color: var(--_text-secondary); }
  .heads > .tick.layer { left: 0; width: 22px; }

  .main { grid-area: main; display: grid; grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr); min-height: 0; }
  .main-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 6px 12px 0; }
  .main-title { font-weight: 600; flex: 1 1 auto; }
  .segments { display: inline-flex; box-shadow: inset 0 0 0 1px var(--_line); border-radius: var(--_radius-control); }
  .segments .button { padding: 0 10px; }
  .segments .button[aria-pressed='true'] { background: var(--_text); color: var(--_surface); }
  .tools { display: inline-flex; }
  .main-bar .setting { display: flex; align-items: center; gap: 6px; color: var(--_text-secondary); }
  .main-bar .setting input { color: var(--_text); width: 5em; }
  .figures { display: flex; flex-wrap: wrap; gap: 0 12px; margin: 0; padding: 0 12px 6px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .figures b { font-weight: 400; color: var(--_text); }

  .body { position: relative; display: grid; grid-template: 64px minmax(0, 1fr) / minmax(48px, max-content) minmax(0, 1fr); min-height: 0; padding: 0 12px 8px; }
  .axis { position: relative; overflow: hidden; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .axis.columns { grid-area: 1 / 2; }
  .axis.rows { grid-area: 2 / 1; width: 84px; }
  .axis .tick { position: absolute; white-space: pre; }
  .columns .tick { bottom: 4px; max-height: 60px; writing-mode: vertical-rl; transform: translateX(-50%) rotate(180deg); line-height: 15px; overflow: hidden; text-overflow: ellipsis; }
  .rows .tick { inset-inline-end: 6px; max-width: 78px; transform: translateY(-50%); overflow: hidden; text-overflow: ellipsis; }
  .axis .tick.on { color: var(--_text); font-weight: 600; }
  .plot { grid-area: 2 / 2; position: relative; overflow: hidden; touch-action: none; cursor: crosshair; outline: none; border-radius: 2px; }
  .plot:focus-visible { box-shadow: 0 0 0 2px var(--_accent); }
  .plot canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  .mark { position: absolute; box-sizing: border-box; pointer-events: none; }
  .mark.band { box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_surface) 60%, var(--_text)); }
  .mark.cursor { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); z-index: 1; }

  .links-frame { position: relative; min-height: 0; display: flex; flex-direction: column; }
  .links-head { display: flex; padding: 2px 12px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .links-head span { box-sizing: border-box; width: ${unsafeCSS(100 * COLUMN.from)}%; text-align: end; padding-inline-end: 4px; }
  .links-head span + span { margin-inline-start: auto; text-align: start; padding-inline: 4px 0; }
  .links-box { position: relative; flex: 1; min-height: 0; }
  .links { position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; outline: none; scrollbar-gutter: stable; }
  .links:focus-visible { box-shadow: inset 0 0 0 2px var(--_accent); }
  .links-box > canvas { position: absolute; top: 0; left: 0; pointer-events: none; }
  .links-content { position: relative; }
  .token { position: absolute; box-sizing: border-box; width: ${unsafeCSS(100 * COLUMN.from)}%; height: ${TOKEN_PX}px; line-height: ${TOKEN_PX}px; padding: 0 6px; overflow: hidden; text-overflow: ellipsis; white-space: pre; cursor: default; }
  .token.from { left: 0; text-align: right; }
  .token.to { left: ${unsafeCSS(100 * COLUMN.to)}%; text-align: left; }
  .token > bdi { border-radius: 3px; padding: 1px 3px; background: color-mix(in srgb, var(--_accent) calc(var(--_weight, 0) * 45%), transparent); }
  .token.on > bdi { background: none; box-shadow: 0 0 0 1.5px var(--_text); font-weight: 600; }
  .token.cursor > bdi { background: none; box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); }

  .readout { min-height: 3.2em; box-sizing: border-box; padding: 6px 12px; border-top: 1px solid var(--_line); }
  .readout p { margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .readout .figure { font-size: inherit; }
  .token-name { font-weight: 600; }
  .main > .legend { border-top: 0; padding-top: 0; grid-area: auto; }
  .strip-box { flex: 0 1 200px; min-width: 60px; height: 10px; border-radius: 2px; }
  .swatch.masked { background: var(--_missing); }
  .key { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
  .key i { width: 14px; height: 3px; border-radius: 2px; }
`;

const narrow = css`
  @container (width < 640px) {
    .root > .frame { grid-template: 'bar' auto 'pane' minmax(0, 0.4fr) 'main' minmax(0, 0.6fr) / minmax(0, 1fr); }
    .pane { border-inline-end: 0; border-bottom: 1px solid var(--_line); }
    .bar > .setting > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .bar > .space-between { display: none; }
    .axis.rows { width: 60px; }
    .body { grid-template-rows: 48px minmax(0, 1fr); }
    .columns .tick { max-height: 44px; }
  }
`;

/** Styles of `<fv-attention>`. */
export const styles = [theme, controls, chrome, layout, narrow];
