export { Tsne, type LayoutSnapshot } from './tsne';
export { resolveTsneOptions, type ResolvedTsneOptions } from './options';
