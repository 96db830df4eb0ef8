export { TsneLayout, type LayoutResources, type LayoutSnapshot, type NeighborFinder } from './layout';
export { checkInitial, resolveTsneOptions, type ResolvedTsneOptions } from './options';
