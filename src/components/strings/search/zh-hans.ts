import type { SearchStrings } from './en';

/** The words of the map's search in Simplified Chinese. */
export const zhHans: SearchStrings = {
  placeholder: '查找点',
  input: '搜索',
  clear: '清除搜索',
  fuzzy: '容许输入错误',
  regex: '正则表达式',
  where: (fields) => `搜索范围：${fields}`,
  labels: '标签',
  and: '、',
  column: (name, value) => `${name}：${value}`,
  matches: (count, points) => `${points} 个中有 ${count} 个匹配`,
  none: (points) => `${points} 个中没有匹配`,
  select: (count) => `选取全部 ${count} 个`,
  mute: '淡化其余',
  match: '匹配',
  noMatch: '不匹配',
  results: '匹配结果，最佳在前',
  hint: '输入词或其一部分。方向键逐个查看匹配，回车飞至该点。',
  invalid: (reason) => `不是有效的正则表达式：${reason}`,
  tooSlow: '该表达式耗时过长，已被中止。可能的原因是重复中嵌套重复，例如 (a+)+。',
  failed: (reason) => `搜索失败：${reason}`,
};
