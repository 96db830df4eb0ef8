import { css } from 'lit';
import { controls } from '../controls.styles';
import { pointListStyles } from '../embedding-map/panels/point-list.styles';
import { theme } from '../theme';

const layout = css`
  :host {
    display: block; position: relative; height: 560px; min-width: 200px; overflow: hidden; color: var(--_text); background: var(--_surface);
    font: var(--_font-size) / 1.45 var(--_font); font-variant-numeric: tabular-nums; text-align: start; container-type: size;
  }
  :host([hidden]) { display: none; }
  .root { height: 100%; display: grid; grid-template: 'left right words' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr) 272px; }
  .left { grid-area: left; }
  .right { grid-area: right; }
  .side { position: relative; min-width: 0; min-height: 0; border-inline-end: 1px solid var(--_line); }
  .side fv-embedding-map, .side .map { height: 100%; min-width: 0; }
  .name { display: inline-block; max-width: 100%; box-sizing: border-box; padding: 4px 10px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .words { grid-area: words; display: flex; flex-direction: column; min-width: 0; min-height: 0; padding: 10px 12px; gap: 6px; box-sizing: border-box; }
  .facts { margin: 0; padding: 0; list-style: none; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .figure { margin: 0; font-weight: 600; }
  .order { display: flex; gap: 6px; }
  .order > * { min-width: 0; flex: 1 1 0; }
  .share { flex: none; width: 48px; height: 4px; border-radius: 2px; background: var(--_line); overflow: hidden; }
  .share > span { display: block; height: 100%; background: var(--_text-secondary); }
  .detail { flex: none; max-height: 45%; overflow: auto; border-top: 1px solid var(--_line); margin: 0 -12px -10px; padding: 8px 12px 10px; }
  .detail h2 { margin: 0 0 2px; font-size: inherit; font-weight: 600; overflow-wrap: anywhere; }
  .detail h3 { margin: 6px 0 0; font-size: var(--_font-size-small); font-weight: 600; color: var(--_text-secondary); }
  .detail p { margin: 0; overflow-wrap: anywhere; }
  .word { all: unset; cursor: pointer; border-radius: 3px; }
  .word:hover { text-decoration: underline; }
  .word:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .note { margin: 0; color: var(--_text-secondary); }
  .point-list { margin: 0 -8px; }

  .field {
    box-sizing: border-box; width: 100%; height: var(--_control); padding: 0 8px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: var(--_surface); font: inherit;
  }
  .field:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }

  .notice { position: absolute; inset: 0; display: grid; place-content: center; padding: 16px; text-align: center; color: var(--_text-secondary); }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; color: var(--_text); }
  .notice p { margin: 0; max-width: 420px; overflow-wrap: anywhere; }

  /* Above each other, the list below, where two maps and a list have no room beside each other. */
  @container (width < 900px) {
    .root { grid-template: 'left right' minmax(0, 1.6fr) 'words words' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr); }
    .words { border-top: 1px solid var(--_line); }
    .right { border-inline-end: 0; }
  }
  @container (width < 560px) {
    .root { grid-template: 'left' minmax(300px, 1fr) 'right' minmax(300px, 1fr) 'words' minmax(280px, 0.9fr) / minmax(0, 1fr); overflow: auto; }
    .side { border-inline-end: 0; border-bottom: 1px solid var(--_line); }
    .words { border-top: 0; }
  }
`;

/** Styles of `<fv-map-compare>`. */
export const styles = [theme, controls, pointListStyles, layout];
