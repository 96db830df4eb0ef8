import type { Language } from './settings';

const en = {
  pages: 'Pages',
  embeddingMap: 'Embedding map',
  compare: 'Two models',
  open: 'Your data',
  guide: 'For Flair users',
  reference: 'Reference',
  sentences: 'Sentences',
  entities: 'Entities and trees',
  train: 'Train and watch',
  stories: 'Stories',
  storyLabels: 'Wrong labels',
  storyQuotes: 'A unit for quotes',
  storyOverfit: 'A run that overfits',
  settings: 'Settings',
  words: 'Words',
  perplexity: 'Perplexity',
  backend: 'Backend',
  seed: 'Seed',
  theme: 'Theme',
  auto: 'Auto',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  cpu: 'CPU',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  howTo: 'How to use',
  inPage: 'In a plain page',
  inBundle: 'With a bundler',
  fromPython: 'Vectors from Python',
  close: 'Close',
  loading: 'Loading words',
  otherLanguage: '中文',
  supersense: 'supersense',
  rank: 'rank',
  failed: 'The words could not be loaded.',
};

export type StringKey = keyof typeof en;

/** Every word the playground says, one table a language. Names of products and formats stay as they are. */
export const STRINGS: Record<Language, Record<StringKey, string>> = {
  en,
  'zh-Hans': {
    pages: '页面',
    embeddingMap: '词向量地图',
    compare: '两个模型',
    open: '自己的数据',
    guide: 'Flair 用户指南',
    reference: '参考手册',
    sentences: '句子',
    entities: '实体与句法树',
    train: '边训练边看',
    stories: '故事',
    storyLabels: '错误的标签',
    storyQuotes: '追踪引号的单元',
    storyOverfit: '过拟合的训练',
    settings: '设置',
    words: '词数',
    perplexity: '困惑度',
    backend: '计算后端',
    seed: '随机种子',
    theme: '主题',
    auto: '自动',
    webgpu: 'WebGPU',
    webgl: 'WebGL',
    cpu: 'CPU',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    howTo: '使用方法',
    inPage: '在普通网页中',
    inBundle: '配合打包工具',
    fromPython: '从 Python 导出向量',
    close: '关闭',
    loading: '正在加载词语',
    otherLanguage: 'English',
    supersense: '词义类别',
    rank: '词频排名',
    failed: '词语加载失败。',
  },
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** "20,000", in both languages. Intl would do, but loading it takes as long as the rest of the page. */
export const groupThousands = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** "20,000 of 341,479 words". */
export function wordsOf(count: number, all: number, lang: Language): string {
  return lang === 'en' ? `${groupThousands(count)} of ${groupThousands(all)} words` : `${groupThousands(count)} / ${groupThousands(all)} 个词`;
}

/** "3.2 of 5.6 MB". */
export function bytesOf(loaded: number, total: number, lang: Language): string {
  return `${megabytes(loaded)} ${lang === 'en' ? 'of' : '/'} ${megabytes(total)} MB`;
}

/** Fills every `data-text` with its string and every `data-label` with an accessible name and a tooltip. */
export function translate(root: ParentNode, strings: Record<string, string>): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = strings[element.dataset.text!];
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = strings[element.dataset.label!];
    element.setAttribute('aria-label', label);
    if (element.classList.contains('button')) element.title = label;
  }
}
