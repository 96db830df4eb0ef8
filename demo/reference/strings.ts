import type { Language } from '../shared/settings';

const en = {
  heading: 'Reference',
  lede: 'Every element with a live example and the code that makes it. Errors arrive as fv-error events that say what was expected, what was received and what to do.',
  elements: 'Elements',
  example: 'Example',
  properties: 'Properties and attributes',
  methods: 'Methods',
  events: 'Events',
  slots: 'Slots',
  parts: 'Parts',
  cssProperties: 'CSS properties',
  name: 'Name',
  type: 'Type',
  default: 'Default',
  meaning: 'Meaning',
  readonly: 'read only',
  inPage: 'Registering the elements',
};

/** Every word of the page; the descriptions come from the sources, in English. */
export const REFERENCE_STRINGS: Record<Language, typeof en> = {
  en,
  'zh-Hans': {
    heading: '参考手册',
    lede: '每个元素都附有可操作的示例和生成它的代码。错误以 “fv-error” 事件给出：期望什么、收到什么、该怎么做。说明文字取自源代码，为英文。',
    elements: '元素',
    example: '示例',
    properties: '属性与特性',
    methods: '方法',
    events: '事件',
    slots: '插槽',
    parts: '部件',
    cssProperties: '样式变量',
    name: '名称',
    type: '类型',
    default: '默认值',
    meaning: '含义',
    readonly: '只读',
    inPage: '注册元素',
  },
};
