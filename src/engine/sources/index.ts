export type { FileHandle } from './file-bytes';
export { createSourceWorker, GrowingSource, placeName, type SourceOptions, type SourcePlace, type SourceReading, type SourceWorker } from './growing-source';
export type { SourceKind, SourceValues } from './source-readers';
