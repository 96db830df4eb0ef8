import { html, type TemplateResult } from 'lit';
import type { RowWindow } from '../embedding-map/panels/row-window';
import { styleText } from '../style-text';
import { TOKEN_PX, type TokenPlace } from './links-stage';
import { tokenText } from './readout';
import type { HeadsShown } from './shown-heads';

/** Tokens of one side that are in sight, each as dark as the weight between it and the token in focus on the other side. */
export function tokenColumn(shown: HeadsShown, axis: TokenPlace['axis'], { from, to }: RowWindow, focus: TokenPlace | null, cursor: TokenPlace | null): TemplateResult[] {
  const { attention, mean, high } = shown;
  const tokens = axis === 'from' ? attention.fromTokens : attention.toTokens;
  return Array.from({ length: to - from }, (_, i) => {
    const token = from + i;
    const partner = focus && focus.axis !== axis ? mean[axis === 'from' ? token * attention.to + focus.token : focus.token * attention.to + token] : 0;
    const weight = partner > 0 && high > 0 ? partner / high : 0;
    const own = focus?.axis === axis && focus.token === token;
    const marked = cursor?.axis === axis && cursor.token === token;
    return html`<div class="token ${axis} ${own ? 'on' : ''} ${marked ? 'cursor' : ''}" data-axis=${axis} data-token=${token} style=${styleText(`top: ${token * TOKEN_PX}px`)}><bdi style=${styleText(weight > 0 ? `--_weight: ${weight.toFixed(3)}` : '')}>${tokenText(tokens[token])}</bdi></div>`;
  });
}
