import type { ContextStrings } from './en';

/** The words of the map's contexts panel in Simplified Chinese. */
export const zhHans: ContextStrings = {
  none: '此地图的点没有上下文。',
  pick: '单击一个点，查看其词出现的所有句子。',
  occurrences: (word, count) => `${word}：出现 ${count} 次`,
  select: (count) => `选择全部 ${count} 处`,
  sort: '排序',
  orders: { row: '行', left: '前一个词', right: '后一个词' },
  list: (word) => `${word} 的各处出现`,
  announce: (word, count) => `${word}：已选择 ${count} 处。`,
};
