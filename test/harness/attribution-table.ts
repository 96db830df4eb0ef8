import { FvAttributionTable } from '../../src/components/attribution-table/fv-attribution-table';
import type { AttributionSample } from '../../src/engine';
import { mount } from './mount';
import '../../src/components/attribution-table/define';

/** A sentence of tokens between spaces with scores for `neg` and `pos`, in turn the opposite of each other. */
export function sentence(text: string, pos: readonly number[], more: Partial<AttributionSample> = {}): AttributionSample {
  const tokens = text.split(' ');
  return {
    text: tokens.filter((token) => token !== '[CLS]').join(' '), tokens, segmentation: 'token', units: ['neg', 'pos'], shape: [tokens.length, 2],
    activations: Float32Array.from({ length: 2 * tokens.length }, (_, at) => (at % 2 === 0 ? -1 : 1) * pos[at >> 1]), ...more,
  };
}

/** A mounted `<fv-attribution-table>` that shows what it was given. */
export function mountTable(properties: Partial<FvAttributionTable>, width = 800, height = 400): Promise<FvAttributionTable> {
  return mount(Object.assign(new FvAttributionTable(), { locale: 'en', theme: 'light', ...properties }), width, height);
}

/** The rows in the page, in their order. */
export function tableRows(table: FvAttributionTable): HTMLElement[] {
  return Array.from(table.shadowRoot!.querySelectorAll<HTMLElement>('.block.row'));
}

/** The elements of the tokens of a row, those that stand nowhere in the text included. */
export function rowTokens(row: HTMLElement): HTMLElement[] {
  return Array.from(row.querySelectorAll<HTMLElement>('.s'));
}
