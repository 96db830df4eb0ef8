import { FvAttention } from './fv-attention';

declare global {
  interface HTMLElementTagNameMap {
    'fv-attention': FvAttention;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-attention')) customElements.define('fv-attention', FvAttention);
