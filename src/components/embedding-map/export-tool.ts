import { html, nothing, type TemplateResult } from 'lit';
import { FvError } from '../../engine';
import { formatBytes } from '../number-format';
import { saveFile } from '../save-file';
import { exportStringsFor } from '../strings/export';
import { libraryCode } from './export/library-code';
import { standalonePage } from './export/standalone-page';
import type { MapContext } from './map-context';
import { noCanvas } from './map-errors';
import type { MapPanel, MapTool } from './map-tools';

/** Above so many bytes of vectors a page leaves them out unless it is asked. */
const SMALL_VECTORS_BYTES = 8e6;

/** Sizes of a PNG, times the canvas. */
const PNG_SCALES = [1, 2, 4] as const;

/** Takes the map away: as a picture, a table, a page of its own or a link. */
export class ExportTool implements MapTool {
  readonly #context: MapContext;
  /** Whether a page takes the vectors along; null: not decided by the user. */
  #withVectors: boolean | null = null;
  #pngScale: number = 2;
  #busy = false;
  #copied = false;

  constructor(context: MapContext) {
    this.#context = context;
    context.subscribe((change) => {
      if (change === 'view' || change === 'selection') this.#copied = false;
      if (change === 'data') this.#withVectors = null;
    });
  }

  /** The map as a page of its own. @throws FvError without a layout. */
  async toHtml({ vectors = false }: { vectors?: boolean } = {}): Promise<Blob> {
    const { host, content, shown, locale } = this.#context;
    const { data, positions } = content;
    if (!data || !positions) throw noCanvas();
    const label = host.getAttribute('aria-label') ?? host.ownerDocument.title;
    const parts = await standalonePage({
      code: await libraryCode(host.ownerDocument), data, positions, rows: shown, vectors,
      state: host.viewState, title: label === '' ? 'flair-visual' : label, lang: locale, theme: host.theme,
    });
    return new Blob(parts, { type: 'text/html' });
  }

  readonly panel: MapPanel = { template: () => this.#template() };

  get #vectorBytes(): number {
    const { data } = this.#context.content;
    return data?.vectors ? 4 * data.dimensions! * this.#context.shown : 0;
  }

  get #takesVectors(): boolean {
    return this.#withVectors ?? this.#vectorBytes <= SMALL_VECTORS_BYTES;
  }

  #template(): TemplateResult {
    const strings = exportStringsFor(this.#context.locale);
    const { host } = this.#context;
    const button = (name: string, content: () => Blob | Promise<Blob>, file: string) => html`<button class="button wide" type="button"
      aria-disabled=${this.#busy} @click=${() => void this.#save(content, file)}>${name}</button>`;
    return html`
      <h3>${strings.picture}</h3>
      <div class="row">
        ${button(strings.png, () => host.toPng({ scale: this.#pngScale }), 'map.png')}
        <select class="field" aria-label=${strings.pngScale} .value=${String(this.#pngScale)} @change=${(event: Event) => {
          this.#pngScale = Number((event.target as HTMLSelectElement).value);
        }}>${PNG_SCALES.map((scale) => html`<option value=${scale} ?selected=${scale === this.#pngScale}>${scale} ×</option>`)}</select>
      </div>
      ${button(strings.svg, async () => new Blob([await host.toSvg()], { type: 'image/svg+xml' }), 'map.svg')}
      <h3>${strings.table}</h3>
      ${button(strings.csv, async () => new Blob([await host.toCsv()], { type: 'text/csv' }), 'map.csv')}
      ${button(strings.tsv, async () => new Blob([await host.toCsv({ separator: '\t' })], { type: 'text/tab-separated-values' }), 'map.tsv')}
      <h3>${strings.page}</h3>
      ${button(strings.html, () => this.toHtml({ vectors: this.#takesVectors }), 'map.html')}
      ${this.#vectorBytes === 0 ? nothing : html`<label class="check"><input type="checkbox" .checked=${this.#takesVectors} @change=${(event: Event) => {
        this.#withVectors = (event.target as HTMLInputElement).checked;
      }}>${strings.withVectors(formatBytes((4 / 3) * this.#vectorBytes, this.#context.strings))}</label>`}
      <h3>${strings.link}</h3>
      <button class="button wide" type="button" @click=${() => void this.#copyLink()}>${this.#copied ? strings.copied : strings.copyLink}</button>
    `;
  }

  async #save(content: () => Blob | Promise<Blob>, name: string): Promise<void> {
    if (this.#busy) return;
    // A disabled button would lose the focus.
    this.#busy = true;
    this.#context.requestUpdate();
    try {
      saveFile(this.#context.host, await content(), name);
    } catch (error) {
      this.#context.report(FvError.from(error));
    } finally {
      this.#busy = false;
      this.#context.requestUpdate();
    }
  }

  async #copyLink(): Promise<void> {
    const { host } = this.#context;
    const link = new URL(host.ownerDocument.location.href);
    link.hash = host.viewState;
    try {
      await navigator.clipboard.writeText(link.href);
      this.#copied = true;
      this.#context.announce(exportStringsFor(this.#context.locale).copied);
    } catch (error) {
      this.#context.report(FvError.from(error));
    }
    this.#context.requestUpdate();
  }
}
