import type { Language } from '../shared/settings';
import type { CharacterKind } from './characters';

const en = {
  heading: 'Train and watch',
  lede: 'A model learns in this page, in a worker, from a fifth of the Brown corpus. Every few seconds it is looked at: what it writes, what its units do, where its vectors lie. Pull the slider back, and all views go back together.',
  languageModel: 'Language model',
  languageModelText: 'Reads characters and foretells the next one: an LSTM of 96 units, the kind of model that Flair’s embeddings come from. Within minutes it finds out about blanks, words and quotes.',
  tagger: 'Part-of-speech tagger',
  taggerText: 'Reads sentences in both directions and names the part of speech of every word: a BiLSTM of 2 × 48 units. Within a minute nine words of ten are right, and verbs part from nouns on the map.',
  train: 'Train',
  trainLanguageModel: 'Train the language model',
  trainTagger: 'Train the tagger',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  newest: 'Newest',
  moment: 'Checkpoint',
  seed: 'Seed',
  learningRate: 'Learning rate',
  backend: 'Backend',
  wasm: 'WebAssembly',
  webgl: 'WebGL',
  cpu: 'JavaScript',
  preparing: 'Loading text and model',
  losses: 'Losses',
  vectors: 'Vectors',
  vectorsText: 'Each map starts from the one before: what moves is what the model moved.',
  sample: 'What it writes',
  sampleTagger: 'How it tags; wrong ones with the right tag behind ≠',
  states: 'States at a text it was never trained on',
  units: 'All units at that text',
  weights: 'Ten weights of each tensor',
  rates: 'Learning rate',
  ratesText: 'Trains a fresh model of the same kind while the rate grows from step to step. The training waits meanwhile.',
  sweep: 'Sweep',
  kind: 'kind',
  count: 'occurrences',
  failed: 'The training stopped.',
  codeShow: 'What shows the training',
  codeModel: 'The language model',
  codeLstm: 'Its LSTM, with the gradient written out',
  codeTrainer: 'The training loop',
};

export type TrainStrings = typeof en;

/** Every word of the page. */
export const TRAIN_STRINGS: Record<Language, TrainStrings> = {
  en,
  'zh-Hans': {
    heading: '边训练边看',
    lede: '模型就在本页的后台线程中学习，语料是布朗语料库的五分之一。每隔几秒查看一次：它写出什么，各单元在做什么，向量在哪里。把滑块往回拉，所有视图一起回到那一刻。',
    languageModel: '语言模型',
    languageModelText: '逐字符阅读并预测下一个字符：96 个单元的 LSTM，与 Flair 嵌入所用的模型同类。几分钟内它就会学到空格、单词和引号。',
    tagger: '词性标注器',
    taggerText: '从两个方向读句子，给每个词标注词性：2 × 48 个单元的双向 LSTM。一分钟内十个词能标对九个，动词与名词在地图上分开。',
    train: '训练',
    trainLanguageModel: '训练语言模型',
    trainTagger: '训练标注器',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
    newest: '最新',
    moment: '检查点',
    seed: '随机种子',
    learningRate: '学习率',
    backend: '计算后端',
    wasm: 'WebAssembly',
    webgl: 'WebGL',
    cpu: 'JavaScript',
    preparing: '正在加载文本与模型',
    losses: '损失',
    vectors: '向量',
    vectorsText: '每张地图都从前一张开始：移动的就是模型所移动的。',
    sample: '它写出的文字',
    sampleTagger: '它的标注；标错的在 ≠ 后给出正确词性',
    states: '在从未训练过的文本上的状态',
    units: '该文本上的全部单元',
    weights: '每个张量的十个权重',
    rates: '学习率',
    ratesText: '用同类的新模型训练，学习率逐步增大；其间原训练等待。',
    sweep: '扫描',
    kind: '类别',
    count: '出现次数',
    failed: '训练已停止。',
    codeShow: '显示训练过程的代码',
    codeModel: '语言模型',
    codeLstm: '其 LSTM，梯度亲手写出',
    codeTrainer: '训练循环',
  },
};

const CHARACTER_KINDS: Record<Language, Record<CharacterKind, string>> = {
  en: { vowel: 'vowel', consonant: 'consonant', capital: 'capital', digit: 'digit', space: 'space', mark: 'mark' },
  'zh-Hans': { vowel: '元音', consonant: '辅音', capital: '大写', digit: '数字', space: '空白', mark: '符号' },
};

/** Kinds of characters have names in both languages; tags are names themselves. */
export const kindName = (kind: string, lang: Language): string => CHARACTER_KINDS[lang][kind as CharacterKind] ?? kind;

/** "step 320 · epoch 0.46 · 85 ms a step". */
export function progressOf(step: number, epoch: number, timeMs: number, lang: Language): string {
  const pace = step === 0 ? '' : lang === 'en' ? ` · ${Math.round(timeMs / step)} ms a step` : ` · 每步 ${Math.round(timeMs / step)} 毫秒`;
  return lang === 'en' ? `step ${step} · epoch ${epoch.toFixed(2)}${pace}` : `第 ${step} 步 · 第 ${epoch.toFixed(2)} 轮${pace}`;
}

/** "7 of 12 · step 300 · loss 2.31 · 38.2 % right". */
export function momentOf(place: number, count: number, step: number, loss: number, accuracy: number, lang: Language): string {
  const [figure, share] = [loss.toFixed(2), (100 * accuracy).toFixed(1)];
  return lang === 'en' ? `${place} of ${count} · step ${step} · loss ${figure} · ${share} % right` : `${place} / ${count} · 第 ${step} 步 · 损失 ${figure} · 正确 ${share} %`;
}

/** "53,352 weights · WebAssembly". */
export function modelOf(weights: string, backend: string, lang: Language): string {
  return lang === 'en' ? `${weights} weights · ${backend}` : `${weights} 个权重 · ${backend}`;
}
