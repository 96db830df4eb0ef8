import type { Language } from '../shared/settings';
import { groupThousands } from '../shared/strings';

const en = {
  heading: 'Find labels that are wrong',
  lede: 'WordNet files every word under a kind of thing: turkey is an animal, reed a plant. On a map of how words are used, the wrong ones stand among words of another kind.',
  kind: 'kind',
  mapTitle: 'A map of labelled words',
  mapText: 'Vectors from the web place words that are used alike side by side. Colour is the label: the kind of thing that is WordNet’s most frequent sense.',
  auditTitle: 'Ask for labels unlike their neighbours’',
  auditText: 'Open the panel “Noise audit” and run it. Under “Labels unlike their neighbours” are the words of whose 15 nearest four in five carry another label.',
  lookTitle: 'Look at the first of them',
  lookText: 'Choose a word in the list, or press it on the map: its neighbours say how the web uses it.',
  checkTitle: 'Ask the dictionary',
  checkText: 'A label stands up as wrong if WordNet itself has another sense of that word, of the very kind that the neighbours name.',
  findingTitle: 'What was found',
  word: 'Word',
  filed: 'Filed under',
  neighbors: 'Neighbours',
  other: 'WordNet also has',
  more: 'Press a word to see it among its neighbours. Those that do not stand up are no mistakes of WordNet’s, but still worth a look: the label says little of how the word is used.',
  next: 'Next: a unit that follows quotes',
  code: 'What this page runs',
  verdicts: 'How a label is judged',
  words: (words: number, kinds: number) => `${groupThousands(words)} words of ${kinds} kinds`,
  audited: (found: number, of: number) => `${found} of ${groupThousands(of)} words`,
  looked: (word: string, kind: string, agreeing: number, of: number, other: string) => `“${word}” is filed under ${kind}; ${agreeing} of ${of} neighbours are ${other}`,
  stood: (count: number, of: number) => `${count} of ${of} stand up`,
  result: (count: number, of: number, chance: string, share: string) =>
    `${count} of the ${of} labels (${share}) are wrong by WordNet’s own word: it knows the sense that the neighbours point to, and files the word under another. With the neighbours’ kinds dealt out at random it would be ${chance}.`,
  unanimous: (count: number, of: number, share: string) => `Where at least 12 of 15 neighbours agree on a kind, it is ${count} of ${of} (${share}).`,
  agreeing: (agreeing: number, of: number, kind: string) => `${agreeing} of ${of} ${kind}:`,
};

export type LabelStrings = typeof en;

/** Every word of the page. */
export const LABEL_STRINGS: Record<Language, LabelStrings> = {
  en,
  'zh-Hans': {
    heading: '找出错误的标签',
    lede: 'WordNet 把每个英文词归入一类事物：“turkey” 是动物，“reed” 是植物。在按用法排布的地图上，标错的词会落在另一类词中间。',
    kind: '类别',
    mapTitle: '一张带标签的词地图',
    mapText: '网络文本训练的词向量让用法相近的词相邻。颜色是标签：WordNet 中该词最常用义所属的事物类别。',
    auditTitle: '找出与邻居不同的标签',
    auditText: '打开“噪声检查”面板并运行。“与近邻不同的标签”一栏列出的词，其 15 个最近邻中至少五分之四带有别的标签。',
    lookTitle: '看看排在最前的词',
    lookText: '在列表中选一个词，或在地图上点它：邻居说明网络上怎样使用这个词。',
    checkTitle: '查词典',
    checkText: '如果 WordNet 自己还列有该词的另一个义项，而且正属于邻居所指的类别，这个标签就确实标错了。',
    findingTitle: '发现',
    word: '词',
    filed: '现有标签',
    neighbors: '邻居',
    other: 'WordNet 另有义项',
    more: '点一个词，看它和它的邻居。其余的并非 WordNet 的错误，但仍值得一看：标签没有说明这个词的用法。',
    next: '下一个：追踪引号的单元',
    code: '本页运行的代码',
    verdicts: '如何判断一个标签',
    words: (words, kinds) => `${groupThousands(words)} 个词，${kinds} 个类别`,
    audited: (found, of) => `${groupThousands(of)} 个词中的 ${found} 个`,
    looked: (word, kind, agreeing, of, other) => `“${word}” 标为${kind}；${of} 个邻居中有 ${agreeing} 个是${other}`,
    stood: (count, of) => `${of} 个中有 ${count} 个确实标错`,
    result: (count, of, chance, share) => `${of} 个标签中有 ${count} 个（${share}）按 WordNet 自己的说法就是错的：它知道邻居所指的义项，却把词归入了另一类。若把邻居所指的类别随机分配，比例只有 ${chance}。`,
    unanimous: (count, of, share) => `在 15 个邻居中至少 12 个一致的词里，是 ${of} 个中的 ${count} 个（${share}）。`,
    agreeing: (agreeing, of, kind) => `${of} 个中有 ${agreeing} 个是${kind}：`,
  },
};
