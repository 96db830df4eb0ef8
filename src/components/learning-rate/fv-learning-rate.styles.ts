import { css } from 'lit';
import { styles as curveStyles } from '../training-curves/fv-training-curves.styles';

const own = css`
  .sweep { padding: 8px 12px 12px; }
  .sweep .plot { height: var(--fv-plot-height, 280px); }
  .trimmed { position: absolute; background: color-mix(in srgb, var(--_text) 5%, transparent); pointer-events: none; }
  .handles, .suggested { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
  .handle { position: absolute; top: 0; left: -8px; width: 16px; pointer-events: auto; cursor: ew-resize; touch-action: none; outline: none; }
  .handle::before { content: ''; position: absolute; inset: 0 auto 0 7px; width: 2px; background: var(--_text-secondary); }
  .handle:hover::before { background: var(--_text); }
  .grip { position: absolute; inset-block-start: calc(50% - 12px); inset-inline-start: 2px; width: 10px; height: 22px; border: 1px solid var(--_text-secondary); border-radius: 5px; background: var(--_panel-opaque); }
  .handle:hover .grip { border-color: var(--_text); }
  .handle:focus-visible .grip { outline: 2px solid var(--_accent); outline-offset: 1px; }
  @media (pointer: coarse) { .handle { left: -20px; width: 40px; } .handle::before { inset-inline-start: 19px; } .grip { inset-inline-start: 14px; } }
  .consensus-line { position: absolute; left: 0; width: 0; border-inline-start: 1.5px dashed var(--_text); pointer-events: none; }
  .axis { display: flex; justify-content: space-between; gap: 12px; margin: 0 0 4px; font-size: var(--_font-size-small); color: var(--_text-secondary); }
  .suggestions { margin-top: 8px; }
  .suggestions tbody th { width: auto; max-width: none; }
  .suggestions th .icon, .suggestions .dash { display: inline-block; width: 14px; height: 14px; margin-inline-end: 6px; vertical-align: -2px; }
  .suggestions .dash { height: 0; border-top: 1.5px dashed var(--_text); vertical-align: 4px; }
  .suggestions th, .suggestions td { height: 24px; }
  .suggestions .rule { width: 99%; text-align: start; white-space: normal; color: var(--_text-secondary); padding-inline-start: 16px; }
  .suggestions .consensus { font-weight: 600; }
  .suggestions .consensus th { font-weight: 600; }
  .suggestions .consensus .rule { font-weight: 400; }
`;

/** Styles of `<fv-learning-rate>`: those of the training curves, with handles and suggestions. */
export const styles = [...curveStyles, own];
