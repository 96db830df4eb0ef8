export type { ByteSource } from './byte-reader';
export { parseMetadataTsv, type Metadata } from './metadata-tsv';
export { parseNpy, type NpyArray } from './npy';
export type { Parsed, Repair, VectorTable } from './parsed';
export { parseProjectorTsv, type AnnotatedVectors } from './projector-tsv';
export { parseWordVectors, type WordVectorOptions } from './word-vectors';
