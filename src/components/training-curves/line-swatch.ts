import { svg, type SVGTemplateResult } from 'lit';
import type { PanelLine } from '../../engine';
import { styleText } from '../style-text';
import { categoryCss } from '../theme';
import { SPLIT_LOOKS } from './line-looks';

/** A piece of a line as the plot draws it. */
export function lineSwatch({ split, rank }: Pick<PanelLine, 'split' | 'rank'>): SVGTemplateResult {
  const { widthPx, dashPx, faded } = SPLIT_LOOKS[split];
  const color = `color-mix(in srgb, ${categoryCss(rank)} ${100 * (1 - faded)}%, var(--_surface))`;
  return svg`<svg class="swatch" viewBox="0 0 18 8" aria-hidden="true" focusable="false"><line x1="1" x2="17" y1="4" y2="4" style=${styleText(`stroke: ${color}; stroke-width: ${widthPx}; stroke-dasharray: ${dashPx ? dashPx.join(' ') : 'none'}`)} /></svg>`;
}
