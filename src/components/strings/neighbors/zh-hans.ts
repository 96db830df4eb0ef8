import type { NeighborStrings } from './en';

/** The words of the map's card of neighbours in Simplified Chinese. */
export const zhHans: NeighborStrings = {
  hint: '点击一个点，或按 Enter，将它连同数据中的最近邻固定在这里。之后可用方向键在近邻之间移动。',
  noVectors: '数据中没有向量：只知道图上的位置。',
  searching: '正在比较所有向量',

  back: '回到上一个点',
  keyBack: 'Alt+←',
  copy: '复制为表格（TSV）',
  unpin: '取消固定',
  count: '近邻数',
  metric: '距离',
  metrics: { cosine: '余弦', euclidean: '欧氏', dot: '点积' },

  nearest: '数据中的最近邻',
  nearestAlone: (points) => `数据中的最近邻（在显示的 ${points} 个点中）`,
  onMap: '图上相近，数据中相远',
  kept: (kept, k) => `${k} 个中有 ${kept} 个在图上也相近`,
  missing: (count, rank) => `${count} 个在图上很远（排名超过 ${rank}）`,
  noneFalse: (k) => `图上最近的 ${k} 个中没有。`,
  false: (count, k, rank) => `图上最近的 ${k} 个中有 ${count} 个在数据中排名超过 ${rank}`,
  mapRank: (rank) => `图上 ${rank}`,
  mapRankTitle: (rank, dataRank) => `数据中第 ${dataRank}，图上第 ${rank}`,
  farRankTitle: (rank, dataRank) => `数据中第 ${dataRank}，图上却是第 ${rank}：被布局拉开了`,
  falseRank: (rank) => `数据 ${rank}`,
  falseRankTitle: (rank, dataRank) => `图上第 ${rank}，数据中却是第 ${dataRank}：只是碰巧相近`,
  unplaced: '尚无位置',
  lineKept: '实线',
  lineMissing: '箭头',
  lineFalse: '虚线',

  announce: (label, metric, names) => `${label}。按${metric}最近：${names}。`,
  announceUnpinned: '已取消固定。',
  announceNoNeighbor: '该方向上没有点。',
  announceCopied: (count) => `已复制 ${count} 个近邻。`,
  separator: '、',

  columns: { kind: '类别', rank: '排名', label: '标签', id: 'id', mapRank: '图上排名' },
  kinds: { kept: '相近', missing: '图上很远', false: '仅图上相近', unplaced: '尚无位置' },
};
