import type { ExportStrings } from './en';

/** The words of the map's export panel in Simplified Chinese. */
export const zhHans: ExportStrings = {
  picture: '图片',
  png: 'PNG（当前视图）',
  pngScale: 'PNG 的大小',
  svg: 'SVG（当前视图）',
  table: '各点的表格',
  csv: 'CSV',
  tsv: 'TSV',
  page: '独立网页',
  html: '可离线打开的 HTML',
  withVectors: (size) => `包含向量（${size}），用于近邻与重新布局`,
  link: '链接',
  copyLink: '复制当前视图的链接',
  copied: '已复制',
};
