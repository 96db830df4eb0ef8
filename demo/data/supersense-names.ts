import type { Language } from '../shared/settings';
import type { Supersense } from './supersenses';

/** Nouns keep WordNet's word for the field; adjectives and adverbs are whole classes. */
const NOUNS_ZH: Record<string, string> = {
  Tops: '顶层概念', act: '行为', animal: '动物', artifact: '人造物', attribute: '属性', body: '身体', cognition: '认知', communication: '交流', event: '事件',
  feeling: '情感', food: '食物', group: '群体', location: '地点', motive: '动机', object: '自然物', person: '人物', phenomenon: '现象', plant: '植物',
  possession: '财物', process: '过程', quantity: '数量', relation: '关系', shape: '形状', state: '状态', substance: '物质', time: '时间',
};
const VERBS_ZH: Record<string, string> = {
  body: '身体', change: '变化', cognition: '认知', communication: '交流', competition: '竞争', consumption: '消费', contact: '接触', creation: '创造',
  emotion: '情绪', motion: '运动', perception: '感知', possession: '拥有', social: '社交', stative: '状态', weather: '天气',
};
const CLASSES: Record<Language, Record<string, string>> = {
  en: { 'adj.all': 'adjective', 'adj.pert': 'relational adjective', 'adj.ppl': 'participial adjective', 'adv.all': 'adverb', 'noun.Tops': 'general noun' },
  'zh-Hans': { 'adj.all': '形容词', 'adj.pert': '关系形容词', 'adj.ppl': '分词形容词', 'adv.all': '副词' },
};

/** A supersense as the legend says it: "person", "motion (verb)", "adverb". */
export function supersenseName(supersense: Supersense, lang: Language): string {
  const [part, field] = supersense.split('.') as ['noun' | 'verb' | 'adj' | 'adv', string];
  const whole = CLASSES[lang][supersense];
  if (whole) return whole;
  if (lang === 'en') return part === 'verb' ? `${field} (verb)` : field;
  return part === 'verb' ? `${VERBS_ZH[field]}（动词）` : NOUNS_ZH[field];
}
