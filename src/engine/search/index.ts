export type { SearchMode } from './matcher';
export { TextSearch, type RowMarks, type TextMatches, type TextQuery } from './text-search';
