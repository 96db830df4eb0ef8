import { FvEntityText } from './fv-entity-text';

declare global {
  interface HTMLElementTagNameMap {
    'fv-entity-text': FvEntityText;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-entity-text')) customElements.define('fv-entity-text', FvEntityText);
