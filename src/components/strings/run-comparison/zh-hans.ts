import type { ComparisonStrings } from './en';

/** The words of the table of runs in Simplified Chinese. */
export const zhHans: ComparisonStrings = {
  title: '运行对比',
  baseline: '与之求差',
  none: '无',
  run: '运行',
  rows: '行数',
  time: '用时',
  sort: '最佳在前',
  leads: '所有运行中最佳',
  common: (count) => `所有运行相同的 ${count} 个参数`,
};
