import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { auditIcon, axesIcon, closeIcon, contextsIcon, exportIcon, keysIcon, labelsIcon, listIcon, neighborsIcon, paletteIcon, searchIcon, selectionIcon } from '../icons';
import type { Strings } from '../strings';
import type { MapPanel, PanelName } from './map-tools';

/** What opens a panel besides its button. */
export const PANEL_KEYS: Partial<Record<PanelName, string>> = { search: 'Ctrl+K, ⌘K', keys: '?' };

export const PANEL_ICONS: Record<PanelName, SVGTemplateResult> = { search: searchIcon, neighbors: neighborsIcon, selection: selectionIcon, labels: labelsIcon, colors: paletteIcon, axes: axesIcon, contexts: contextsIcon, audit: auditIcon, list: listIcon, export: exportIcon, keys: keysIcon };

interface DrawerModel {
  name: PanelName;
  /** Undefined until its tool is there. */
  panel: MapPanel | undefined;
  /** Whether the tool is on its way. */
  loading: boolean;
  strings: Strings;
  /** Opens a panel, or closes it (''). */
  show: (panel: PanelName | '') => void;
}

/** The open panel, with its name and a button to close it. */
export function drawer({ name, panel, loading, strings, show }: DrawerModel): TemplateResult {
  const title = strings.panels[name];
  return html`<section class="panel drawer" id="drawer" part="drawer" tabindex="-1" aria-label=${title} data-panel=${name}>
    <header><h2>${title}</h2>
      <button class="button" type="button" aria-label=${strings.close} title=${strings.withKey(strings.close, strings.keyEscape)} @click=${() => show('')}>${closeIcon}</button>
    </header>
    <div class="drawer-body">${panel ? panel.template() : html`<p class="drawer-note" role="status">${loading ? strings.panelLoading : nothing}</p>`}</div>
  </section>`;
}
