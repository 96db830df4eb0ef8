import { FvEmbeddingMap } from './fv-embedding-map';

declare global {
  interface HTMLElementTagNameMap {
    'fv-embedding-map': FvEmbeddingMap;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-embedding-map')) customElements.define('fv-embedding-map', FvEmbeddingMap);
