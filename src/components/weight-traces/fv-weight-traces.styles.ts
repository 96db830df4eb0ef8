import { css } from 'lit';
import { styles as curveStyles } from '../training-curves/fv-training-curves.styles';

const own = css`
  :host { height: var(--fv-traces-height, 640px); overflow: hidden; }
  .root { display: flex; flex-direction: column; height: 100%; min-height: 0; }
  .bar .find { display: flex; align-items: center; flex: 1 1 160px; max-width: 280px; }
  .bar .find .field { flex: 1; max-width: none; }
  .bar .find .button { margin-inline-start: -28px; }
  .find .field::-webkit-search-cancel-button { display: none; }
  .setting { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 36px; }
  .setting .field { flex: 0 1 auto; max-width: 170px; }
  .about summary { min-height: 24px; }
  .about p { margin: 2px 0 6px; max-width: 84ch; }
  .scroll { position: relative; flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; border-top: 1px solid var(--_line); margin-top: 6px; }
  .scroll:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
  .sheet { position: relative; }
  .stripe { position: absolute; inset-inline: 12px; display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 0 20px; }
  .group { grid-column: 1 / -1; align-self: end; padding-block-end: 4px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .group .count { font-weight: 400; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .stripe figure { min-width: 0; }
  .stripe figcaption { display: flex; align-items: center; gap: 6px; height: 24px; margin: 0; font-size: var(--_font-size-small); font-weight: 600; }
  .tensor { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .stripe .plot { height: auto; }
  .chip {
    position: relative; flex: none; display: inline-flex; align-items: center; gap: 4px; height: 18px; margin: 0; padding: 0 6px 0 4px; border: 1px solid var(--_text-secondary); border-radius: 9px;
    color: var(--_text); background: none; font: inherit; font-weight: 500; cursor: help;
  }
  .chip .icon { width: 11px; height: 11px; stroke-width: 2.5; }
  .chip:focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
  @media (pointer: coarse) { .chip::after { content: ''; position: absolute; inset: -6px; } }
  .figures { display: flex; justify-content: space-between; gap: 8px; margin: 2px 0 0; height: 18px; overflow: hidden; font-size: var(--_font-size-small); color: var(--_text-secondary); white-space: nowrap; }
`;

/** Styles of `<fv-weight-traces>`: those of the training curves, with a list that scrolls. */
export const styles = [...curveStyles, own];
