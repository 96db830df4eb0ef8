import type { SelectionStrings } from './en';

/** The words of the map's selection panel in Simplified Chinese. */
export const zhHans: SelectionStrings = {
  selected: (selected, points) => `已选 ${selected} / ${points}`,
  none: '未选中任何点',
  hint: '按住 Shift 拖动可圈选，按住 Shift 和 Ctrl（⌘）拖动可框选。绘制时按 Ctrl（⌘）加选，按 Alt 减选。触摸屏上请先按住不动。',
  undo: '撤销',
  redo: '重做',
  invert: '反选',
  clear: '清除选择',
  keyUndo: 'Ctrl+Z',
  keyRedo: 'Ctrl+Shift+Z',
  keyEscape: 'Esc',

  isolate: (points) => `单独布局这 ${points} 个点`,
  isolateHere: (points) => `只显示这 ${points} 个点`,

  points: '点',
  columns: '与整体的差异',
  comparing: '正在比较各列',
  lift: (times) => `×${times}`,
  liftTitle: (value, count, times) => `${value}：其中 ${count} 个，频率是全体的 ${times} 倍`,
  moreValues: (count) => `另有 ${count} 个`,
  mean: (mean, all) => `均值 ${mean}，全体 ${all}`,
  noValues: '没有值',

  sets: '集合',
  saveAs: '集合名称',
  save: '保存',
  saveSelection: '将所选保存为集合',
  take: (name) => `选中“${name}”`,
  unite: (name) => `将“${name}”加入所选`,
  intersect: (name) => `只保留“${name}”中的点`,
  subtract: (name) => `从所选中去掉“${name}”`,
  rename: (name) => `重命名“${name}”`,
  newName: (name) => `“${name}”的新名称`,
  confirm: '确定名称',
  delete: (name) => `删除“${name}”`,

  traced: {
    replace: (points) => `${points} 个点`,
    add: (points) => `+ ${points} 个点`,
    remove: (points) => `− ${points} 个点`,
  },
  announceSelected: (selected, points) => `已选中 ${points} 个点中的 ${selected} 个。`,
};
