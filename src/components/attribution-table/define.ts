import { FvAttributionTable } from './fv-attribution-table';

declare global {
  interface HTMLElementTagNameMap {
    'fv-attribution-table': FvAttributionTable;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-attribution-table')) customElements.define('fv-attribution-table', FvAttributionTable);
