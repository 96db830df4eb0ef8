import { FvActivationText } from './fv-activation-text';

declare global {
  interface HTMLElementTagNameMap {
    'fv-activation-text': FvActivationText;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-activation-text')) customElements.define('fv-activation-text', FvActivationText);
