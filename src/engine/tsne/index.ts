export { TsneLayout, type LayoutResources, type LayoutSnapshot, type NeighborFinder } from './layout';
export { resolveTsneOptions, type ResolvedTsneOptions } from './options';
