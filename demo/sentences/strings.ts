import type { Language } from '../shared/settings';

const en = {
  heading: 'Sentences among 1,914 short texts',
  lede: 'Names of emoji with their keywords, as the Universal Sentence Encoder Lite places them. The encoder runs in this page: add sentences of your own, see what is nearest, and look at what its layers and heads do with them.',
  sentences: 'Sentences, one a line',
  example: 'I could eat a horse.\nThe plane is late again.\nShe burst into tears of joy.\nWho ate the last slice of cake?',
  add: 'Add to the map',
  addText: 'The first time loads the model, 28 MB; nothing that you type leaves the page.',
  inside: 'Inside the encoder',
  insideText: 'The sentence that is chosen above. Its pieces, coloured by one of 512 units; all units; attention of two layers with four heads each.',
  nearest: 'Nearest texts',
  group: 'group',
  states: 'States of the pieces',
  units: 'All units',
  attention: 'Attention',
  failed: 'This did not work.',
  tooMany: 'Expected at most 200 sentences of 500 characters at once: add them in parts.',
  none: 'Expected a sentence, received only blanks.',
  codeSample: 'What this page runs',
  codeEncoder: 'The encoder',
  codePieces: 'How it cuts text into pieces',
};

export type SentenceStrings = typeof en;

/** Every word of the page. */
export const SENTENCE_STRINGS: Record<Language, SentenceStrings> = {
  en,
  'zh-Hans': {
    heading: '1,914 条短文本之间的句子',
    lede: '表情符号的英文名称及其关键词，由轻量版通用句子编码器定位。编码器就在本页运行（只懂英语）：加入你自己的英文句子，看看哪些文本与之最近，再看各层、各注意力头如何处理它们。',
    sentences: '英文句子，每行一句',
    example: en.example,
    add: '加到地图上',
    addText: '首次使用会加载 28 MB 的模型；你输入的内容不会离开本页。',
    inside: '编码器内部',
    insideText: '上面选中的句子：其词片按 512 个单元之一着色；全部单元；两层、每层四个头的注意力。',
    nearest: '最近的文本',
    group: '组别',
    states: '词片的状态',
    units: '全部单元',
    attention: '注意力',
    failed: '未能完成。',
    tooMany: '一次最多 200 句，每句不超过 500 个字符：请分批加入。',
    none: '需要一个句子，但只收到空白。',
    codeSample: '本页运行的代码',
    codeEncoder: '编码器',
    codePieces: '如何把文本切成词片',
  },
};

/** "Loading the model, 42 %". */
export const loadingOf = (share: number, lang: Language): string => `${lang === 'en' ? 'Loading the model, ' : '正在加载模型，'}${Math.round(100 * share)} %`;

/** "Reading sentences, 42 %". */
export const encodingOf = (share: number, lang: Language): string => `${lang === 'en' ? 'Reading sentences, ' : '正在读句子，'}${Math.round(100 * share)} %`;
