import type { ExportStrings } from './en';

/** The words of the map's export panel in Simplified Chinese. */
export const zhHans: ExportStrings = {
  picture: '图片',
  table: '表格',
  png: 'PNG（当前视图）',
  svg: 'SVG（当前视图）',
  csv: 'CSV：标签、位置、各列',
};
