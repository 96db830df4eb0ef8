export type { ByteSource } from './byte-reader';
export type { GrowingReader } from './growing-text';
export { LossTsvReader, parseLossTsv, type RunOptions } from './loss-tsv';
export { parseMetadataTsv, type Metadata } from './metadata-tsv';
export { parseNpy, type NpyArray } from './npy';
export type { Parsed, Repair, RepairKind, VectorTable } from './parsed';
export { parseProjectorTsv, type AnnotatedVectors } from './projector-tsv';
export { metricName, type RunSeries, type Split, type TrainingRun } from './training-run';
export { parseWordVectors, type WordVectorOptions } from './word-vectors';
