import type { ActivationCompareStrings } from './en';

/** The words of two compared models' activations in Simplified Chinese. */
export const zhHans: ActivationCompareStrings = {
  emptyTitle: '还没有可比较的内容',
  emptyText: '设置 data 为 { left, right }：同一文本的两组激活值，各为 { text, activations, shape, segmentation }。',
  errorTitle: '无法比较两者',
  left: '左',
  right: '右',
  difference: (right, left) => `差：${right} − ${left}`,
  size: (pairs, segments) => `${pairs} 个单元 × ${segments} 个片段`,
  unpaired: (count) => `${count} 个没有对应`,
  pairings: { name: '单元按名称对应', number: '单元按序号对应', correlation: '单元按相关系数对应，以标准差为单位' },
  joined: '词元不同：已合并为词',
  correlation: (value) => `r = ${value}`,
  list: '变化最大的',
  lists: { units: '单元（平均变化）', segments: '片段（平均变化）', unitSegments: '当前单元的片段' },
};
