import { css } from 'lit';
import { chrome } from '../activation-text/fv-activation-text.styles';
import { controls } from '../controls.styles';
import { theme } from '../theme';

const layout = css`
  :host {
    display: block; position: relative; height: 520px; min-width: 200px; overflow: hidden; text-align: start;
    color: var(--_text); background: var(--_surface); font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums;
  }
  :host([hidden]) { display: none; }
  [hidden] { display: none !important; }
  .root { position: absolute; inset: 0; container-type: size; }
  .root > .frame { position: absolute; inset: 0; display: grid; grid-template: 'bar bar' auto 'texts units' minmax(0, 1fr) / minmax(0, 1fr) 250px; }
  .size { font-weight: 600; white-space: nowrap; }
  .texts { grid-area: texts; display: grid; grid-template: minmax(0, 1fr) / repeat(3, minmax(0, 1fr)); min-height: 0; }
  .side { display: flex; flex-direction: column; min-width: 0; min-height: 0; border-inline-end: 1px solid var(--_line); }
  .side:last-child { border-inline-end: 0; }
  .side h3 { margin: 0; padding: 8px 12px 0; font-size: inherit; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .side fv-activation-text { flex: 1; min-height: 0; min-width: 0; height: auto; }
  .side fv-activation-text::part(bar) { display: none; }
  /* A container query around ::part() would ask for the width of the text's own container. */
  .side fv-activation-text::part(legend) { display: var(--_legends, flex); }
  .units { width: auto; }
  .units-head { grid-template-columns: minmax(0, 1fr); }

  @container (width < 760px) {
    .root > .frame { grid-template: 'bar' auto 'texts' minmax(0, 1fr) 'units' minmax(0, 28%) / minmax(0, 1fr); }
    .texts { grid-template: repeat(3, minmax(0, 1fr)) / minmax(0, 1fr); }
    .side { --_legends: none; border-inline-end: 0; border-bottom: 1px solid var(--_line); }
    .side h3 { padding-block-start: 4px; }
    .units { max-height: none; }
  }
`;

/** Styles of `<fv-activation-compare>`. */
export const styles = [theme, controls, chrome, layout];
