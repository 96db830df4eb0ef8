import { css } from 'lit';

/** Panels, buttons, icons and disclosure lines, shared by all elements. */
export const controls = css`
  .panel {
    background: var(--_panel); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
    backdrop-filter: blur(12px); color: var(--_text);
  }
  @media (prefers-reduced-transparency: reduce) { .panel { backdrop-filter: none; } }

  .button {
    box-sizing: border-box; display: inline-flex; align-items: center; justify-content: center; gap: 6px;
    height: var(--_control); min-width: var(--_control); padding: 0 6px; margin: 0; border: 0; border-radius: var(--_radius-control);
    color: inherit; background: transparent; font: inherit; cursor: pointer; white-space: nowrap;
    transition: background var(--_duration);
  }
  .button:hover { background: var(--_control-hover); }
  .button:disabled { opacity: 0.4; cursor: default; background: none; }
  .button.framed { box-shadow: inset 0 0 0 1px var(--_line); }
  .button.primary { background: var(--_text); color: var(--_surface); padding: 0 12px 0 8px; font-weight: 600; }
  .button.primary:hover { opacity: 0.85; }
  .icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

  .field {
    box-sizing: border-box; height: var(--_control); min-width: 0; padding: 0 8px; border: 1px solid var(--_line); border-radius: var(--_radius-control);
    color: inherit; background: var(--_panel-opaque); font: inherit; text-overflow: ellipsis;
  }
  .field::placeholder { color: var(--_text-secondary); opacity: 1; }
  .field:disabled { opacity: 0.6; }
  .check { display: flex; align-items: center; gap: 8px; min-height: var(--_control); cursor: pointer; }
  .check input { flex: none; margin: 0; width: 16px; height: 16px; accent-color: var(--_accent); }
  .row { display: flex; align-items: center; gap: 4px; }

  summary { display: flex; align-items: center; gap: 4px; cursor: pointer; list-style: none; border-radius: 4px; }
  summary::-webkit-details-marker { display: none; }
  summary .icon { width: 12px; height: 12px; transition: transform var(--_duration); transform: rotate(-90deg); }
  details[open] > summary .icon { transform: none; }

  .button:focus-visible, .field:focus-visible, .check input:focus-visible, summary:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  @media (pointer: coarse) { .button, summary { position: relative; } .button::after { content: ''; position: absolute; inset: -6px; } }

  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
  }
`;
