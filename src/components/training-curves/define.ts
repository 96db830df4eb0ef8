import { FvTrainingCurves } from './fv-training-curves';

declare global {
  interface HTMLElementTagNameMap {
    'fv-training-curves': FvTrainingCurves;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-training-curves')) customElements.define('fv-training-curves', FvTrainingCurves);
