export * from './errors';
export * from './map-data';
export * from './types';
export * from './draw';
export * from './formats';
export * from './pick';
export * from './runtime';
export type { LayoutSnapshot } from './tsne';
export type { LayoutQuality } from './quality';
