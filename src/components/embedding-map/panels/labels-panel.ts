import { html, nothing, type TemplateResult } from 'lit';
import type { MetadataColumn, NamedRegion } from '../../../engine';
import { selectionIcon } from '../../icons';
import { formatCount } from '../../number-format';
import { labelStringsFor } from '../../strings/labels';
import { isNumeric } from '../labels/label-order';
import type { LabelMode } from '../map-properties';
import type { LabelTool } from '../label-tool';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';

const MODES: readonly LabelMode[] = ['auto', 'points', 'regions', 'none'];

/** What is named, by what, and the regions in sight as a list, for those who cannot click on the map. */
export class LabelsPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #tool: LabelTool;
  #open = false;
  #kinds: { columns: object | undefined; numbers: string[]; categories: string[] } = { columns: undefined, numbers: [], categories: [] };

  constructor(context: MapContext, tool: LabelTool) {
    this.#context = context;
    this.#tool = tool;
  }

  /** Whether the list has to follow the view. */
  get open(): boolean {
    return this.#open;
  }

  opened(): void {
    this.#open = true;
  }

  closed(): void {
    this.#open = false;
  }

  template(): TemplateResult {
    const strings = labelStringsFor(this.#context.locale);
    const { host } = this.#context;
    const { numbers, categories } = this.#columns;
    const option = (value: string, name: string, chosen: string) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`;
    const select = (name: string, options: TemplateResult[], choose: (value: string) => void) => html`<label class="labels-choice"><span>${name}</span>
      <select class="field" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${options}</select></label>`;
    return html`
      ${select(strings.show, MODES.map((mode) => option(mode, strings.modes[mode], host.labels)), (labels) => this.#tool.choose({ labels: labels as LabelMode }))}
      ${numbers.length === 0 ? nothing : select(strings.priority, [option('', strings.byRow, host.labelPriority), ...numbers.map((name) => option(name, strings.byColumn(name), host.labelPriority))], (labelPriority) => this.#tool.choose({ labelPriority }))}
      ${categories.length === 0 ? nothing : select(strings.names, [option('', strings.byWords, host.regionNames), ...categories.map((name) => option(name, name, host.regionNames))], (regionNames) => this.#tool.choose({ regionNames }))}
      <label class="labels-check"><input type="checkbox" .checked=${host.contours} @change=${(event: Event) => this.#tool.choose({ contours: (event.target as HTMLInputElement).checked })} />${strings.contours}</label>
      ${host.labels === 'auto' || host.labels === 'regions' ? this.#regions() : nothing}
    `;
  }

  #regions(): TemplateResult {
    const strings = labelStringsFor(this.#context.locale);
    const regions = [...this.#tool.regionsInView].sort((a, b) => b.points - a.points);
    const points = (region: NamedRegion) => formatCount(region.points, this.#context.strings);
    return html`<h3>${strings.regions}</h3>
      ${regions.length === 0 ? html`<p class="drawer-note">${strings.noRegions}</p>` : html`<ul class="labels-regions">${regions.map((region) => {
        const name = region.words.join(', ');
        return html`<li>
          <button class="button" type="button" aria-label=${strings.visit(name, points(region))} title=${strings.hint}
            @click=${({ ctrlKey, metaKey }: MouseEvent) => void this.#tool.visit(region, ctrlKey || metaKey)}><span class="name">${name}</span><span class="count">${points(region)}</span></button>
          <button class="button" type="button" aria-label=${strings.select(name)} title=${strings.select(name)} @click=${() => this.#tool.select(region)}>${selectionIcon}</button>
        </li>`;
      })}</ul>`}`;
  }

  /** Names of the columns by what they hold; read once for a data set. */
  get #columns(): { numbers: string[]; categories: string[] } {
    const columns = this.#context.content.data?.columns;
    if (columns !== this.#kinds.columns) {
      const entries: [string, MetadataColumn][] = Object.entries(columns ?? {});
      const numbers = entries.filter(([, column]) => isNumeric(column)).map(([name]) => name);
      this.#kinds = { columns, numbers, categories: entries.map(([name]) => name).filter((name) => !numbers.includes(name)) };
    }
    return this.#kinds;
  }
}
