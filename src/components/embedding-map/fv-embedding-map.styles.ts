import { css } from 'lit';
import { controls } from '../controls.styles';
import { theme } from '../theme';

const folded = css`
  .fold { display: flex; }
  .buttons:not(.unfolded) { display: none; }
  .buttons.unfolded {
    position: absolute; z-index: 1; top: 0; right: calc(100% + var(--_gap)); box-sizing: border-box; grid-template-columns: repeat(2, minmax(0, 1fr)); display: grid;
    width: min(320px, 100cqw - 90px); max-height: calc(100cqh - 24px); overflow: auto; background: var(--_panel-opaque);
  }
  .buttons.unfolded .button { justify-content: start; }
  .buttons.unfolded .name { display: block; min-width: 0; font-size: var(--_font-size-small); overflow: hidden; text-overflow: ellipsis; }
`;

const layout = css`
  :host {
    display: block;
    position: relative;
    height: 480px;
    min-width: 200px;
    overflow: hidden;
    color: var(--_text);
    background: var(--_surface);
    font: var(--_font-size) / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([hidden]) { display: none; }
  .root { position: absolute; inset: 0; container-type: size; }
  .stage { position: absolute; inset: 0; touch-action: none; cursor: grab; outline: none; }
  .stage:active { cursor: grabbing; }
  .stage.over, .stage[data-over] { cursor: pointer; }
  .stage.tracing { cursor: crosshair; }
  .stage canvas { display: block; }
  .focus { position: absolute; inset: 0; pointer-events: none; border: 2px solid transparent; }
  /* Tools put what they draw over the canvas here; nothing else does. */
  .overlays { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
  .stage:focus-visible + .focus { border-color: var(--_accent); }
  .hover-ring {
    position: absolute; top: 0; left: 0; width: 13px; height: 13px; margin: -6.5px; box-sizing: border-box;
    border: 1.5px solid var(--_text); border-radius: 50%; box-shadow: 0 0 0 1px var(--_surface), inset 0 0 0 1px var(--_surface);
    pointer-events: none;
  }
  [hidden] { display: none !important; }

  /* The page's own panels at the top, the map's at the bottom; between them the canvas keeps the pointer. */
  .chrome {
    position: absolute; inset: var(--_inset); pointer-events: none;
    display: grid; gap: var(--_gap);
    grid-template: 'start end end' auto 'panels drawer tools' minmax(0, 1fr) / minmax(0, 1fr) auto auto;
  }
  .chrome > *, .panels > *, ::slotted(*) { pointer-events: auto; }
  .top-left { grid-area: start; pointer-events: none; }
  .top-right { grid-area: end; pointer-events: none; }
  .panels {
    grid-area: panels; align-self: end; justify-self: start; pointer-events: none;
    display: flex; flex-direction: column; gap: var(--_gap); width: 264px; max-width: 100%; min-height: 0; max-height: 100%;
  }
  .tools { grid-area: tools; min-height: 0; display: flex; flex-direction: column; justify-content: end; gap: var(--_gap); pointer-events: none; }
  .tools > *, .fold, .buttons { pointer-events: auto; display: flex; flex-direction: column; padding: 3px; gap: 2px; }
  .tools > * { flex: none; }
  .tools > .toolbar { position: relative; margin-bottom: auto; padding: 0; }
  .fold, .buttons .name { display: none; }
  @media (pointer: coarse) { .tools .button { min-width: 40px; height: 40px; } }

  /* What is high enough for two columns, and what has no room for them: there the buttons fold, and unfold with their names. */
  @container (height < 620px) { .buttons { display: grid; grid-template-columns: auto auto; } }
  @media (pointer: coarse) { @container (height < 780px) { .buttons { display: grid; grid-template-columns: auto auto; } } }
  @container (height < 430px) or (width < 520px) { ${folded} }
  @media (pointer: coarse) { @container (height < 560px) { ${folded} } }
  .button[aria-expanded='true'], .button[aria-pressed='true'] { background: var(--_control-hover); color: var(--_accent); }
`;

const panels = css`
  .isolated { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 6px 6px 6px 12px; }
  .isolated p { flex: 1; margin: 0; min-width: min-content; }
  .progress { padding: 8px 8px 10px 12px; display: grid; gap: 6px; }
  .progress-head { display: flex; align-items: center; gap: 2px; min-height: var(--_control); }
  .progress-title { flex: 1; min-width: 0; margin: 0; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .progress p, .progress ul { margin: 0; padding: 0; }
  .bar { height: 3px; border-radius: 2px; background: var(--_line); overflow: hidden; margin-inline-end: 4px; }
  .bar > span { display: block; height: 100%; border-radius: inherit; background: var(--_text-secondary); transform-origin: 0 0; }
  .bar.running > span { background: var(--_accent); }
  .facts { display: flex; flex-wrap: wrap; gap: 0 12px; list-style: none; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .backend { color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .backend p { padding: 2px 4px 0 0; max-height: 9em; overflow: auto; overflow-wrap: anywhere; }

  .card {
    position: absolute; top: 0; left: 0; box-sizing: border-box; width: max-content; min-width: 112px; max-width: min(300px, calc(100% - 16px));
    padding: 8px 12px; overflow: hidden; pointer-events: none; overflow-wrap: anywhere;
  }
  .card p, .card dl { margin: 0; }
  .card-label { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .card .card-context { margin-top: 4px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; white-space: pre-line; }
  .card mark { color: inherit; background: var(--_mark); border-radius: 3px; padding: 0 2px; margin: 0 -2px; }
  .card dl { margin-top: 4px; font-size: var(--_font-size-small); display: grid; grid-template-columns: fit-content(60%) minmax(0, 1fr); gap: 0 8px; }
  .card dt { color: var(--_text-secondary); }
  .card dd { margin: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }

  .notice {
    position: absolute; top: 50%; left: 50%; transform: translate(-50%, -50%); box-sizing: border-box;
    width: max-content; max-width: min(420px, calc(100% - 24px)); max-height: calc(100% - 24px); overflow: auto; padding: 16px 20px;
  }
  .notice h2 { margin: 0 0 4px; font-size: inherit; font-weight: 600; display: flex; align-items: center; gap: 8px; }
  .notice p { margin: 0; overflow-wrap: anywhere; }
  .notice.empty { text-align: center; color: var(--_text-secondary); }
  .notice.empty h2 { justify-content: center; color: var(--_text); }
  .notice.error h2 { color: var(--_danger); }
  .notice dl { margin: 8px 0 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
  .notice dt { color: var(--_text-secondary); }
  .notice dd { margin: 0; overflow-wrap: anywhere; }

  /* A small map that is finished is looked at. */
  @container (width < 640px) { .progress.ended :is(.bar, .backend) { display: none; } }
  @container (height < 400px) { .progress.ended > :not(.progress-head) { display: none; } }
  @container (width < 420px) {
    .panels { width: 100%; }
    .facts > :not(.points), .backend { display: none; }
    .notice dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
    .notice dd { margin-bottom: 6px; }
  }
`;

const drawer = css`
  .drawer { grid-area: drawer; align-self: start; width: 300px; max-height: 100%; box-sizing: border-box; display: flex; flex-direction: column; min-height: 0; overflow: hidden; }
  .drawer:focus { outline: none; }
  .drawer:focus-visible { border-color: var(--_accent); }
  .drawer > header { display: flex; align-items: center; gap: 4px; padding: 6px 6px 2px 12px; }
  .drawer h2 { flex: 1; margin: 0; font-size: inherit; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .drawer h3 { margin: 10px 0 4px; font-size: var(--_font-size-small); font-weight: 600; color: var(--_text-secondary); }
  .drawer h3:first-child { margin-top: 0; }
  .drawer-body { padding: 2px 12px 12px; overflow: auto; min-height: 0; overscroll-behavior: contain; }
  .drawer-note { margin: 0; color: var(--_text-secondary); }
  .button.wide { display: flex; width: 100%; justify-content: start; }

  /* A sheet from below where there is no room beside the map. */
  @container (width < 640px) {
    .chrome { grid-template: 'start end' auto 'panels tools' minmax(0, 1fr) 'drawer drawer' fit-content(55%) / minmax(0, 1fr) auto; }
    .drawer { width: auto; align-self: end; }
    .with-drawer .panels { display: none; }
  }
  /* Above a sheet in a low map there is room for one button. */
  @container (width < 640px) and (height < 640px) { .with-drawer .tools > :not(.toolbar) { display: none; } }

  /* Without colours of our own, what is on and where the focus is still show. */
  @media (forced-colors: active) {
    .panel { background: Canvas; backdrop-filter: none; }
    /* What tells colours keeps them. */
    .swatch, .gradient, .histogram { forced-color-adjust: none; }
    .button[aria-expanded='true'], .button[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
    .stage:focus-visible + .focus { border-color: Highlight; }
    .bar > span { background: Highlight; forced-color-adjust: none; }
  }
`;

/** Styles of `<fv-embedding-map>`. */
export const styles = [theme, controls, layout, panels, drawer];
