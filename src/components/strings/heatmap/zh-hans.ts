import type { HeatmapStrings } from './en';

/** The words of heatmaps of activations in Simplified Chinese. */
export const zhHans: HeatmapStrings = {
  label: (units, segments) => `${units} 个单元 × ${segments} 个片段的热图`,
  emptyLabel: '没有数据的热图',
  size: (units, segments) => `${units} 个单元 × ${segments} 个片段`,
  keys: '方向键逐格移动，加 Shift 每次十格，Home 和 End 到行的两端，Page Up 和 Page Down 翻页，回车固定单元，加号和减号缩放，0 显示全部，Esc 清除。',
  emptyTitle: '还没有激活值',
  errorTitle: '无法显示热图',
  pinned: (unit) => `已固定：${unit}`,
  zoomIn: '放大（+）',
  zoomOut: '缩小（−）',
  fit: '显示全部（0）',
  order: '行的顺序',
  orders: { index: '编号', variance: '方差', correlation: '相似度（聚类）', name: '名称' },
  sampling: '一个像素内的多个值',
  samplings: { 'max-abs': '离零最远', 'min-max': '最小与最大', mean: '平均' },
  allUnits: '所有单元',
  eachUnit: '各单元',
  segment: '片段',
  cellSpoken: (unit, segment, text, value) => `${unit}，片段 ${segment}，${text}：${value}`,
};
