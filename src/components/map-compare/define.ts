import '../embedding-map/define';
import { FvMapCompare } from './fv-map-compare';

declare global {
  interface HTMLElementTagNameMap {
    'fv-map-compare': FvMapCompare;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-map-compare')) customElements.define('fv-map-compare', FvMapCompare);
