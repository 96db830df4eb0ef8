import type { AxisStrings } from './en';

/** The words of the map's panel of semantic axes in Simplified Chinese. */
export const zhHans: AxisStrings = {
  expression: '词语',
  placeholder: 'king - man + woman',
  show: '显示',
  hint: 'man, he … woman, she 把所有词排在两端之间。king - man + woman 做加减。含空格或符号的词请加引号。',
  clear: '清除',
  working: '正在读取所有词',

  cannotRead: '这既不是轴也不是类比。请在两端之间写 …，或在词之间写 + 和 -，两侧留空格。',
  notThere: (word) => `地图上没有“${word}”这个词。`,
  didYouMean: '您是不是要找',
  needsVectors: '地图只有位置，没有向量：轴与类比需要向量。',
  sameEnds: '这些词互相抵消：没有剩下方向。',

  towards: (words) => `靠近 ${words}`,
  score: '与轴的余弦',
  color: '按此轴给地图着色',
  histogram: (low, high) => `各得分的词数，从 ${low} 到 ${high}`,
  method: '排序依据',
  methods: { add: '和（3CosAdd）', multiply: '积（3CosMul）' },
  answers: '原始空间中最近的词',
  distance: '余弦距离',
  quotient: '商',
  excluded: (words) => `不计入：${words}`,
  announceAxis: (low, high) => `从 ${low} 到 ${high} 的轴`,
  announceAnswer: (word) => `最近的词：${word}`,
};
