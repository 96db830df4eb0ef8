import { css, html } from 'lit';
import { keyStringsFor } from '../strings/keys';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';

const styles = css`
  .keys { margin: 0; display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 2px 12px; }
  .keys dt { font-weight: 600; }
  .keys dd { margin: 0; color: var(--_text-secondary); }
`;

/** Says what the keys, the mouse and the fingers do. */
export class KeysTool implements MapTool {
  readonly panel: MapPanel;

  constructor(context: MapContext) {
    context.adoptStyles(styles);
    this.panel = {
      template: () => html`${keyStringsFor(context.locale).groups.map(({ title, keys }) => html`<h3>${title}</h3>
        <dl class="keys">${keys.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>`)}`,
    };
  }
}
