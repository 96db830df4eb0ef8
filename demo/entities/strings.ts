import type { Language } from '../shared/settings';

const en = {
  heading: 'Entities and trees',
  lede: 'American prose of 1961: what a tagger and a parser find in it, against what people marked in it. Click “missed” or a cell of the grid to read the sentences behind a figure, then raise the threshold and watch precision rise while recall falls.',
  tested: 'Names, titles, dates and numbers',
  testedText: 'A perceptron learned them from a quarter of the Brown corpus, when this page’s data was prepared; here it reads files it has never seen. An entity’s score is the mean probability of its tags, calibrated on files that are neither.',
  own: 'Text of your own',
  example: 'Mr. Kennedy met President Charles de Gaulle in Paris on June 2, 1961.\nThe Texas Education Agency spent $451,500 on twelve schools, Gov. Price Daniel said last Monday.',
  find: 'Find entities',
  ownText: 'English. The first time loads the tagger, 1.1 MB; nothing that you type leaves the page.',
  loading: 'Loading the tagger',
  none: 'Expected a sentence, received only blanks.',
  failed: 'This did not work.',
  trees: 'Fourteen sentences as trees',
  treesText: 'The gold was annotated by hand after Universal Dependencies 2. The parser is a baseline: rules that see parts of speech and next to nothing of the words. Where it is wrong, the right arc stands beside its own.',
  codeSample: 'What this page runs',
  codeTagger: 'The tagger',
  codeFeatures: 'What it sees at a token',
  codeTraining: 'How it was trained',
  codeParser: 'The parser',
};

export type EntityPageStrings = typeof en;

/** Every word of the page. */
export const ENTITY_PAGE_STRINGS: Record<Language, EntityPageStrings> = {
  en,
  'zh-Hans': {
    heading: '实体与句法树',
    lede: '1961 年的美国散文：标注器与句法分析器的结果，对照人工标注。点击“遗漏”或混淆矩阵的一格，阅读数字背后的句子；再提高阈值，看精确率上升而召回率下降。',
    tested: '名称、头衔、日期与数字',
    testedText: '准备本页数据时，一个感知机从布朗语料库的四分之一学会了识别它们；这里它读的是从未见过的文件。实体的分数是其各标签概率的平均值，概率用另外的文件校准。',
    own: '自己的文本',
    example: en.example,
    find: '查找实体',
    ownText: '请输入英文。首次使用会加载 1.1 MB 的标注器；你输入的内容不会离开本页。',
    loading: '正在加载标注器',
    none: '需要一个句子，但只收到空白。',
    failed: '未能完成。',
    trees: '十四个句子的句法树',
    treesText: '标准答案按照通用依存标注规范（第二版）人工标注。分析器只是一条基线：几条规则，只看词性，几乎不看词本身。它出错之处，正确的弧画在旁边。',
    codeSample: '本页运行的代码',
    codeTagger: '标注器',
    codeFeatures: '标注器在每个词上看到什么',
    codeTraining: '标注器如何训练',
    codeParser: '句法分析器',
  },
};
