import { css } from 'lit';

/** Styles of the legend. */
export const legendStyles = css`
  .legend { display: flex; flex-direction: column; min-height: 0; flex: 0 1 auto; overflow: auto; padding: 4px 12px; overscroll-behavior: contain; }
  .legend > summary { font-weight: 600; min-height: var(--_control); }
  .legend summary .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .legend .plain { color: var(--_text-secondary); }
  .legend .note { margin: 4px 0 8px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .legend .field { box-sizing: border-box; font: inherit; }

  .legend ul { list-style: none; margin: 0 0 6px; padding: 0; }
  .legend li { display: flex; align-items: center; }
  .entry[aria-pressed='false'] .name { color: var(--_text-secondary); text-decoration: line-through; }
  .swatch { flex: none; box-sizing: border-box; width: 10px; height: 10px; border-radius: 50%; border: 2px solid var(--swatch); background: var(--swatch); }
  .swatch.missing, .entry[aria-pressed='false'] .swatch { background: transparent; }
  .paint { flex: none; height: 22px; min-width: 22px; padding: 0; margin-inline: 4px -4px; color: var(--_text-secondary); }
  .paint .icon { width: 13px; height: 13px; }
  .find { width: 100%; margin: 2px 0 6px; }
  .filtered { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin: 0 0 4px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .filtered .button { color: var(--_text); margin-inline-end: -6px; }

  .handle:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .axis { position: relative; margin: 4px 6px 0; padding-bottom: 2px; }
  .ramp { height: 8px; border-radius: 2px; }
  .handle { position: absolute; top: 0; bottom: 0; width: 16px; margin-inline-start: -8px; cursor: ew-resize; touch-action: none; border-radius: 4px; }
  .handle::before { content: ''; position: absolute; inset: 0 7.25px; background: var(--_text); }
  .handle::after {
    content: ''; position: absolute; bottom: -1px; left: 3px; width: 10px; height: 12px; box-sizing: border-box; border-radius: 3px;
    border: 1.5px solid var(--_text); background: var(--_panel-opaque);
  }
  @media (pointer: coarse) { .handle { width: 32px; margin-inline-start: -16px; } .handle::before { inset: 0 15.25px; } .handle::after { left: 11px; } }
  .ticks { position: relative; height: 16px; margin: 0 6px; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .ticks > span { position: absolute; top: 0; transform: translateX(-50%); white-space: nowrap; }
  .ends { display: flex; justify-content: space-between; align-items: center; gap: 4px; margin: 2px 0 6px; }
  .end { width: 76px; height: 22px; padding: 0 4px; font-size: var(--_font-size-small); appearance: textfield; }
  .end::-webkit-inner-spin-button { display: none; }
  .end[data-end='high'] { text-align: end; }

  .size-key { display: flex; align-items: center; gap: 10px; min-height: 28px; margin-bottom: 4px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .size-key .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .sample { display: inline-flex; align-items: center; gap: 4px; }
  .disc { aspect-ratio: 1; border-radius: 50%; background: var(--_text-secondary); }
`;
