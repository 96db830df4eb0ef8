import type { Language } from '../shared/settings';

const en = {
  heading: 'Your own data',
  lede: 'Drop files or a training folder anywhere on this site, or choose them here: the right view opens. Nothing leaves the page.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  drop: 'Drop to open',
  opened: 'Opened files',
  close: 'Close',
  closeAll: 'Back to the page',
  reading: 'Reading',
  unknown: 'None of the formats read here. Expected one of those listed on the page “Your data”.',
  failed: 'could not be read:',
  file: 'File',
  shows: 'Shows',
  inPage: 'Which view a file opens',
  formats: [
    ['loss.tsv, loss.txt, training.log, trainer_state.json, CSV', 'losses and scores; all runs together'],
    ['weights.txt', 'how the weights move'],
    ['learning_rate.tsv', 'the learning-rate sweep'],
    ['test.tsv, dev.tsv, CoNLL, JSON with spans', 'entities, gold against predicted'],
    ['CoNLL-U', 'dependency trees'],
    ['word2vec, GloVe, fastText, .npy, tensors and metadata .tsv', 'a map of the vectors'],
    ['.npy, .npz or .safetensors beside a .txt', 'activations over the text, and all units'],
    ['.npy of four axes beside its tokens', 'attention of all heads'],
  ],
};

export type OpenStrings = typeof en;

/** Every word of the page, and of the views that a drop opens on other pages. */
export const OPEN_STRINGS: Record<Language, OpenStrings> = {
  en,
  'zh-Hans': {
    heading: '自己的数据',
    lede: '将文件或训练文件夹拖到本站任意页面，或在此选择：会自动打开合适的视图。数据不会离开本页。',
    chooseFiles: '选择文件',
    chooseFolder: '选择文件夹',
    drop: '松开即可打开',
    opened: '已打开的文件',
    close: '关闭',
    closeAll: '返回页面',
    reading: '正在读取',
    unknown: '无法识别的格式。支持的格式见“自己的数据”页面。',
    failed: '无法读取：',
    file: '文件',
    shows: '显示',
    inPage: '文件打开哪种视图',
    formats: [
      ['“loss.tsv”、“loss.txt”、“training.log”、“trainer_state.json”、“CSV”', '损失与得分，所有训练一起显示'],
      ['“weights.txt”', '权重的变化'],
      ['“learning_rate.tsv”', '学习率扫描'],
      ['“test.tsv”、“dev.tsv”、“CoNLL”、带片段的 “JSON”', '实体，对照标准答案与预测'],
      ['“CoNLL-U”', '依存树'],
      ['“word2vec”、“GloVe”、“fastText”、“.npy”、张量与元数据 “.tsv”', '向量地图'],
      ['“.npy”、“.npz” 或 “.safetensors” 加 “.txt”', '文本上的激活值，以及所有单元'],
      ['四维 “.npy” 加词元', '所有注意力头'],
    ],
  },
};
