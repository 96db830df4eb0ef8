import type { Language } from '../shared/settings';

const en = {
  heading: 'Three debugging stories',
  lede: 'Each takes a few minutes, on real data, with the elements of this library. Every step can be shown or done by oneself, and each ends in figures that the page counts before your eyes.',
  labels: 'Find labels that are wrong',
  labelsText: 'A dictionary calls turkey an animal; the web puts it among countries. The noise audit lists such words, and the dictionary itself settles who is right.',
  quotes: 'A unit that follows quotes',
  quotesText: 'One unit of a small language model tells speech from the rest. Is it luck? Other passages and the untrained model say.',
  overfit: 'See a run overfit',
  overfitText: 'A tagger knows its few sentences by heart and does worse on all others. The run doctor marks where it begins; a run with more data shows what helps.',
  filed: 'filed under',
  code: 'The steps of a story',
  failed: 'The pictures could not be loaded.',
};

/** Every word of the page. */
export const STORIES_STRINGS: Record<Language, typeof en> = {
  en,
  'zh-Hans': {
    heading: '三个调试故事',
    lede: '每个只需几分钟，用真实数据和本库的元素讲述。每一步都可以演示，也可以自己动手；最后的数字由页面当场算出。',
    labels: '找出错误的标签',
    labelsText: '词典说 “turkey” 是动物，网络却把它放在国家中间。噪声检查列出这样的词，再由词典自己来评判。',
    quotes: '追踪引号的单元',
    quotesText: '小型语言模型里有一个单元能区分对白与叙述。是运气吗？其他段落和训练前的模型会给出答案。',
    overfit: '看一次训练如何过拟合',
    overfitText: '标注器把少量句子背得烂熟，在别的句子上却变差。训练诊断标出从哪里开始；数据更多的训练显示什么有用。',
    filed: '标签',
    code: '故事的步骤',
    failed: '图片加载失败。',
  },
};
