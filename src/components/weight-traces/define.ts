import { FvWeightTraces } from './fv-weight-traces';

declare global {
  interface HTMLElementTagNameMap {
    'fv-weight-traces': FvWeightTraces;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-weight-traces')) customElements.define('fv-weight-traces', FvWeightTraces);
