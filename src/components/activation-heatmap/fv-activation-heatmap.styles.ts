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
  .frame { position: absolute; inset: 0; display: grid; grid-template: 'bar' auto 'body' minmax(0, 1fr) 'legend' auto / minmax(0, 1fr); }
  .body { grid-area: body; display: grid; grid-template: 24px minmax(0, 1fr) / var(--_names, 72px) minmax(0, 1fr); min-height: 0; direction: ltr; }
  .axis { position: relative; overflow: hidden; font-size: var(--_font-size-small); line-height: 15px; color: var(--_text-secondary); }
  .columns { grid-area: 1 / 2; }
  .rows { grid-area: 2 / 1; }
  .tick { position: absolute; white-space: pre; }
  .columns .tick { bottom: 4px; transform: translateX(-50%); }
  .rows .tick { inset-inline: 8px 8px; transform: translateY(-50%); text-align: end; overflow: hidden; text-overflow: ellipsis; }
  .tick.on { color: var(--_text); font-weight: 600; }
  .tick.pinned { color: var(--_accent); }
  .plot { grid-area: 2 / 2; position: relative; min-width: 0; overflow: hidden; outline: none; touch-action: none; cursor: crosshair; user-select: none; }
  .canvas, .canvas canvas { display: block; }
  .plot:focus-visible::after { content: ''; position: absolute; inset: 0; box-shadow: inset 0 0 0 2px var(--_accent), inset 0 0 0 3px var(--_surface); pointer-events: none; }
  .mark { position: absolute; pointer-events: none; box-sizing: border-box; }
  .mark.band { box-shadow: 0 0 0 1px var(--_text), 0 0 0 2px var(--_surface); }
  .mark.pin { box-shadow: 0 0 0 1.5px var(--_accent), 0 0 0 2.5px var(--_surface); }
  .mark.cursor { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent); }
  .size, .legend-unit { color: var(--_text-secondary); white-space: nowrap; }
  .legend-unit { max-width: 14em; overflow: hidden; text-overflow: ellipsis; padding: 6px 0 8px 12px; font-size: var(--_font-size-small); }
  .legend-row { grid-area: legend; display: flex; align-items: center; border-top: 1px solid var(--_line); min-width: 0; }
  .legend-row .legend { flex: 1; min-width: 0; border-top: 0; }
  .legend .swatch.nan { background: var(--_missing); }
  .legend .swatch.inf { border-bottom: 0; }
  .pinned-name { max-width: 16em; overflow: hidden; text-overflow: ellipsis; }
  .card { background: var(--_panel-opaque); backdrop-filter: none; }
  .context-line { margin: 2px 0 0; font-size: var(--_font-size-small); color: var(--_text-secondary); white-space: pre-line; }
  @container (width < 560px) {
    .frame { grid-template: 'bar' auto 'body' minmax(0, 1fr) 'legend' auto / minmax(0, 1fr); }
    .body { --_names: 52px; }
    .rows .tick { inset-inline: 4px 6px; }
    .bar .size { flex: 1 1 auto; }
    .legend-unit { display: none; }
  }
`;

/** Styles of `<fv-activation-heatmap>`. */
export const styles = [theme, controls, chrome, layout];
