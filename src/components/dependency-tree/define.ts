import { FvDependencyTree } from './fv-dependency-tree';

declare global {
  interface HTMLElementTagNameMap {
    'fv-dependency-tree': FvDependencyTree;
  }
}

// Two copies of the library on one page: the first to come serves both.
if (!customElements.get('fv-dependency-tree')) customElements.define('fv-dependency-tree', FvDependencyTree);
