import { css, html } from 'lit';
import { keyStringsFor } from '../strings/keys';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';

const styles = css`
  /* What scrolls takes the focus, so that keys can scroll it. */
  .drawer[data-panel='keys'] .drawer-body { display: flex; overflow: hidden; padding: 0; }
  .all-keys { flex: 1; overflow: auto; padding: 2px 12px 12px; border-radius: var(--_radius); }
  .all-keys:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
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
      template: () => html`<div class="all-keys" tabindex="0" role="group" aria-label=${context.strings.panels.keys}>${keyStringsFor(context.locale).groups.map(({ title, keys }) => html`<h3>${title}</h3>
        <dl class="keys">${keys.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>`)}</div>`,
    };
  }
}
