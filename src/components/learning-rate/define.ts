import { FvLearningRate } from './fv-learning-rate';

declare global {
  interface HTMLElementTagNameMap {
    'fv-learning-rate': FvLearningRate;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-learning-rate')) customElements.define('fv-learning-rate', FvLearningRate);
