import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { auditIcon, axesIcon, closeIcon, contextsIcon, exportIcon, labelsIcon, neighborsIcon, paletteIcon, searchIcon, selectionIcon } from '../icons';
import type { Strings } from '../strings';
import { PANEL_NAMES, type MapPanel, type PanelName } from './map-tools';

/** What opens a panel besides its button. */
const KEYS: Partial<Record<PanelName, string>> = { search: 'Ctrl+K, ⌘K' };

const ICONS: Record<PanelName, SVGTemplateResult> = { search: searchIcon, neighbors: neighborsIcon, selection: selectionIcon, labels: labelsIcon, colors: paletteIcon, axes: axesIcon, contexts: contextsIcon, audit: auditIcon, export: exportIcon };

interface ToolbarModel {
  open: PanelName | '';
  /** Whether points have contexts; else nobody needs their button. */
  contexts: boolean;
  strings: Strings;
  /** Opens a panel, or closes it (''). */
  show: (panel: PanelName | '') => void;
}

/** One button a panel; the open panel's closes it. */
export function toolbar({ open, contexts, strings, show }: ToolbarModel): TemplateResult {
  return html`<div class="panel toolbar" part="toolbar" role="toolbar" aria-orientation="vertical" aria-label=${strings.toolbar}>
    ${PANEL_NAMES.filter((name) => contexts || name !== 'contexts').map((name) => {
      const title = strings.panels[name];
      const key = KEYS[name];
      return html`<button class="button" type="button" aria-label=${title} title=${key ? strings.withKey(title, key) : title}
        aria-expanded=${open === name ? 'true' : 'false'} aria-controls=${open === name ? 'drawer' : nothing}
        @click=${() => show(open === name ? '' : name)}>${ICONS[name]}</button>`;
    })}
  </div>`;
}

interface DrawerModel extends ToolbarModel {
  name: PanelName;
  /** Undefined until its tool is there. */
  panel: MapPanel | undefined;
  /** Whether the tool is on its way. */
  loading: boolean;
}

/** The open panel, with its name and a button to close it. */
export function drawer({ name, panel, loading, strings, show }: DrawerModel): TemplateResult {
  const title = strings.panels[name];
  return html`<section class="panel drawer" id="drawer" part="drawer" aria-label=${title} data-panel=${name}>
    <header><h2>${title}</h2>
      <button class="button" type="button" aria-label=${strings.close} title=${strings.withKey(strings.close, strings.keyEscape)} @click=${() => show('')}>${closeIcon}</button>
    </header>
    <div class="drawer-body">${panel ? panel.template() : html`<p class="drawer-note" role="status">${loading ? strings.panelLoading : nothing}</p>`}</div>
  </section>`;
}
