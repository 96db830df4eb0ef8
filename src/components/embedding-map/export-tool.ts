import { html, type TemplateResult } from 'lit';
import { FvError } from '../../engine';
import { saveFile } from '../save-file';
import { exportStringsFor } from '../strings/export';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';

/** Takes the map away as a file. */
export class ExportTool implements MapTool {
  readonly #context: MapContext;

  constructor(context: MapContext) {
    this.#context = context;
  }

  readonly panel: MapPanel = {
    template: (): TemplateResult => {
      const strings = exportStringsFor(this.#context.locale);
      const map = this.#context.host;
      const button = (name: string, content: () => Blob | Promise<Blob>, file: string) => html`<button class="button wide" type="button" @click=${() => this.#save(content, file)}>${name}</button>`;
      return html`
        <h3>${strings.picture}</h3>
        ${button(strings.png, () => map.toPng(), 'map.png')}
        ${button(strings.svg, async () => new Blob([await map.toSvg()], { type: 'image/svg+xml' }), 'map.svg')}
        <h3>${strings.table}</h3>
        ${button(strings.csv, () => new Blob([map.toCsv()], { type: 'text/csv' }), 'map.csv')}
      `;
    },
  };

  async #save(content: () => Blob | Promise<Blob>, name: string): Promise<void> {
    try {
      saveFile(this.#context.host, await content(), name);
    } catch (error) {
      this.#context.report(FvError.from(error));
    }
  }
}
