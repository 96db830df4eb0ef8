import { html, nothing, type TemplateResult } from 'lit';
import type { EmbeddingMapData, FvError, LayoutQuality } from '../../engine';
import { boxIcon, fitIcon, lassoIcon, minusIcon, plusIcon } from '../icons';
import { formatCount } from '../number-format';
import type { PointerTool } from '../controllers/pointer-gestures';
import type { Strings } from '../strings';
import { drawer } from './drawer';
import { hoverCard } from './hover-card';
import type { KeyTarget } from './map-keys';
import type { MapStatus } from './map-status';
import type { MapToolbar } from './map-toolbar';
import type { MapPanel, PanelName } from './map-tools';
import { emptyNotice, errorNotice, loadingNotice } from './notices';
import { progressPanel, type ProgressActions } from './progress-panel';
import { rove, roveTo } from './roving-focus';

/** Why there is nothing to see, or no layout. */
export interface Failure {
  kind: 'data' | 'layout' | 'drawing';
  error: FvError;
}

/** Everything the template of a map reads. */
export interface MapModel {
  data: EmbeddingMapData | null;
  /** Whether there are points to see. */
  placed: boolean;
  status: MapStatus;
  /** Leading rows that are of interest. */
  rows: number;
  quality: LayoutQuality | null;
  failure: Failure | null;
  /** Point under the pointer, or −1. */
  hovered: number;
  /** What the colours mean; null where there is nothing to explain, and until the tool is there. */
  legend: TemplateResult | null;
  /** What the live region says. */
  announcement: string;
  strings: Strings;
  actions: ProgressActions;
  toolbar: 'auto' | 'none';
  /** The buttons of the panels. */
  buttons: MapToolbar;
  /** Name of the open panel; '' for none. */
  open: PanelName | '';
  /** What is in it; undefined until its tool is there. */
  panel: MapPanel | undefined;
  /** Whether its tool is on its way. */
  loading: boolean;
  /** Points of the data, where only some of them are shown alone; else null. */
  whole: number | null;
  showAll: () => void;
  keys: KeyTarget;
  /** What dragging does. */
  tool: PointerTool;
  /** Takes another tool. */
  takeTool: (tool: PointerTool) => void;
  /** Keys anywhere in the map. */
  keydown: (event: KeyboardEvent) => void;
  /** Keys on the canvas. */
  stageKeydown: (event: KeyboardEvent) => void;
  /** Opens a panel, or closes it (''). */
  show: (panel: PanelName | '') => void;
  /** The same from the buttons: the focus goes along. */
  showFocused: (panel: PanelName | '') => void;
}

const ZOOM_FACTOR = 1.5;

function zoomTools({ strings, keys }: MapModel): TemplateResult {
  const button = (tabindex: 0 | -1, name: string, key: string, icon: unknown, click: () => void) => html`<button class="button" type="button" tabindex=${tabindex}
    aria-label=${name} title=${strings.withKey(name, key)} @click=${click}>${icon}</button>`;
  return html`<div class="panel zoom" part="tools" role="toolbar" aria-orientation="vertical" aria-label=${strings.zoomTools} @keydown=${rove} @focusin=${roveTo}>
    ${button(0, strings.zoomIn, '+', plusIcon, () => keys.zoom(ZOOM_FACTOR))}
    ${button(-1, strings.zoomOut, '−', minusIcon, () => keys.zoom(1 / ZOOM_FACTOR))}
    ${button(-1, strings.fit, '0', fitIcon, () => keys.fit())}
  </div>`;
}

/** Outlining without a key; pressed again the button gives dragging back to the map. */
function pointerTools({ strings, tool, takeTool }: MapModel): TemplateResult {
  const button = (tabindex: 0 | -1, name: string, key: string, icon: unknown, own: PointerTool) => html`<button class="button" type="button" tabindex=${tabindex} aria-label=${name} title=${strings.withKey(name, key)}
    aria-pressed=${tool === own ? 'true' : 'false'} @click=${() => takeTool(tool === own ? 'pan' : own)}>${icon}</button>`;
  return html`<div class="panel pointer-tools" part="pointer-tools" role="toolbar" aria-orientation="vertical" aria-label=${strings.pointerTools} @keydown=${rove} @focusin=${roveTo}>${button(0, strings.lasso, strings.keyLasso, lassoIcon, 'lasso')}${button(-1, strings.box, strings.keyBox, boxIcon, 'box')}</div>`;
}

/** Says that not all points are here, and brings them back. */
function isolatedBar(whole: number, { status, strings, showAll }: MapModel): TemplateResult {
  const all = formatCount(whole, strings);
  return html`<div class="panel isolated" part="isolated">
    <p>${strings.isolated(formatCount(status.points, strings), all)}</p>
    <button class="button framed" type="button" @click=${showAll}>${strings.showAll(all)}</button>
  </div>`;
}

/** The shadow tree of a map: the stage, and the panels that float over it. */
export function mapTemplate(model: MapModel): TemplateResult {
  const { data, status, failure, hovered, strings } = model;
  const label = status.points > 0 ? strings.mapLabel(formatCount(status.points, strings)) : strings.mapEmptyLabel;
  const layoutPanel = status.state !== 'empty' && status.state !== 'loading' && status.state !== 'invalid' && status.state !== 'static';
  return html`<div class="root ${model.open === '' ? '' : 'with-drawer'}" @keydown=${model.keydown}>
    <div class="stage ${hovered >= 0 ? 'over' : ''} ${model.tool === 'pan' ? '' : 'tracing'}" part="stage" tabindex="0" role="application" aria-label=${label} aria-describedby="keys" @keydown=${model.stageKeydown}></div>
    <div class="focus"></div>
    <div class="overlays"></div>
    <div class="hover-ring" ?hidden=${hovered < 0}></div>
    <p id="keys" class="visually-hidden">${strings.mapKeys}</p>
    <div class="chrome">
      <div class="top-left"><slot name="top-left"></slot></div>
      <div class="top-right"><slot name="top-right"></slot></div>
      <div class="panels">
        ${model.whole === null ? nothing : isolatedBar(model.whole, model)}
        ${model.legend ?? nothing}
        ${layoutPanel ? progressPanel(status, model.rows, model.quality, strings, model.actions) : nothing}
      </div>
      <div class="tools">
        ${model.toolbar === 'auto' && status.points > 0 ? model.buttons.template({ ...model, contexts: data?.contexts !== undefined, show: model.showFocused }) : nothing}
        ${model.placed ? html`${pointerTools(model)}${zoomTools(model)}` : nothing}
      </div>
      ${model.open === '' ? nothing : drawer({ ...model, name: model.open })}
    </div>
    <div class="panel card" part="card" ?hidden=${hovered < 0}>${data && hovered >= 0 ? hoverCard(data, hovered, strings) : nothing}</div>
    ${failure ? errorNotice(failure.kind === 'layout' ? strings.layoutErrorTitle : strings.errorTitle, failure.error, strings) : nothing}
    ${status.state === 'loading' && !failure ? loadingNotice(strings) : nothing}
    ${status.state === 'empty' && !failure ? emptyNotice(strings) : nothing}
    <div class="visually-hidden" role="status">${model.announcement}</div>
  </div>`;
}
