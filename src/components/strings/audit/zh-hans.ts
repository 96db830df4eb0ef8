import type { AuditStrings } from './en';

/** The words of the map's noise audit in Simplified Chinese. */
export const zhHans: AuditStrings = {
  intro: (points, k) => `将 ${points} 个点逐一与数据中最近的 ${k} 个比较，并检查向量长度。`,
  run: (points) => `检查 ${points} 个点`,
  again: '重新检查',
  noVectors: '检查需要向量；此地图只有位置。',
  running: (percent) => `寻找近邻：${percent}`,
  cancel: '取消',
  outdated: '此后点已有变化。',
  recall: (share) => `抽样测得找到的真实近邻比例：${share}。`,
  labelsFrom: '标签列',
  noLabels: '没有可供比较的标签列。',

  rules: { labels: '与近邻不同的标签', duplicates: '近似重复', hubs: '枢纽点', norms: '异常向量' },
  thresholds: { labels: '最低比例', duplicates: '距离小于', hubs: '均值的倍数', norms: '|z| 大于' },
  ruleTexts: {
    labels: (share, k, column) => `最近的 ${k} 个中至少 ${share} 的 ${column} 不同，且另有一个取值最多。`,
    duplicates: (distance, typical, groups) => `与某个近邻的距离小于 ${distance}（半数的点小于 ${typical}）：共 ${groups} 组。`,
    hubs: (lists, k, skewness, orphans) => `出现在至少 ${lists} 个其他点的最近 ${k} 个之中。偏度 ${skewness}；${orphans} 个点不是任何点的近邻。`,
    norms: (z, median, zeros) => `长度相对中位数 ${median} 的 |z| 大于 ${z}（按中位数绝对偏差）。零向量：${zeros} 个。`,
  },
  expected: (own, expected, share) => `${own} → ${expected} · ${share}`,
  group: (group, distance) => `第 ${group} 组 · ${distance}`,
  lists: (count) => `在 ${count} 个列表中`,
  length: (length) => `长度 ${length}`,

  select: (count) => `选取全部 ${count} 个`,
  save: '保存为 CSV',
  found: (rule) => `${rule}，最严重的在前`,
  nothing: '此规则没有发现问题。',
  announceDone: (counts) => `检查已完成。${counts}。`,
  count: (rule, count) => `${rule}：${count}`,
};
