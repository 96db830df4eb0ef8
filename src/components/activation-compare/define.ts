import '../activation-text/define';
import { FvActivationCompare } from './fv-activation-compare';

declare global {
  interface HTMLElementTagNameMap {
    'fv-activation-compare': FvActivationCompare;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-activation-compare')) customElements.define('fv-activation-compare', FvActivationCompare);
