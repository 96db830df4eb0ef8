import type { Language } from '../shared/settings';

const en = {
  heading: 'For users of Flair',
  lede: 'Each call of flair.visual, what takes its place on a web page, and the few lines of Python that write the files. Files that Flair’s trainer writes are read as they are.',
  python: 'In Python',
  page: 'On the page',
  itself: 'Flair writes the file itself.',
  inPage: 'In a plain page',
};

/** Every word of the page. */
export const GUIDE_STRINGS: Record<Language, typeof en> = {
  en,
  'zh-Hans': {
    heading: 'Flair 用户指南',
    lede: '逐一对应 “flair.visual” 的调用：网页中用什么代替，以及用哪几行 Python 写出所需文件。Flair 训练器写出的文件可直接读取。',
    python: '在 Python 中',
    page: '在网页中',
    itself: 'Flair 会自行写出该文件。',
    inPage: '在普通网页中',
  },
};
