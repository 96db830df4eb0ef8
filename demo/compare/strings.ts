import type { Language } from '../shared/settings';

const en = {
  heading: 'One vocabulary, two models',
  lede: 'Left: vectors trained on today’s web. Right: vectors counted here from American prose of 1961, the Brown corpus. Words that changed their company come first: look up “gay”, “plane” or “net”.',
  left: 'Web, today',
  right: 'Brown corpus, 1961',
  supersense: 'supersense',
  count: 'count in 1961',
  inPage: 'What this page runs',
};

/** Every word of the page. */
export const COMPARE_STRINGS: Record<Language, typeof en> = {
  en,
  'zh-Hans': {
    heading: '同一词表，两个模型',
    lede: '左：以当今网络文本训练的词向量。右：在本页数据准备时从 1961 年美国散文（布朗语料库）统计得到的词向量。邻居变化最大的词排在最前：试试查找 “gay”、“plane” 或 “net”。',
    left: '当今网络',
    right: '布朗语料库（1961）',
    supersense: '词义类别',
    count: '1961 年词频',
    inPage: '本页运行的代码',
  },
};
