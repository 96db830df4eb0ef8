import { FvActivationHeatmap } from './fv-activation-heatmap';

declare global {
  interface HTMLElementTagNameMap {
    'fv-activation-heatmap': FvActivationHeatmap;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-activation-heatmap')) customElements.define('fv-activation-heatmap', FvActivationHeatmap);
