import type { LabelStrings } from './en';

/** The words of the map's labels panel in Simplified Chinese. */
export const zhHans: LabelStrings = {
  show: '显示名称',
  modes: { auto: '区域和点', points: '点', regions: '区域', none: '不显示' },
  priority: '优先命名的点',
  byRow: '靠前的行',
  byColumn: (column) => `${column} 最高`,
  names: '区域命名依据',
  byWords: '特征词',
  contours: '等密度线',
  regions: '视野内的区域',
  noRegions: '无：点太少或分布太均匀，或视野太近。',
  visit: (name, points) => `前往 ${name}（${points} 个点）`,
  select: (name) => `选择 ${name} 的点`,
  hint: '单击名称前往该处；按住 Ctrl（⌘）同时选择其中的点。',
};
