import type { ListStrings } from './en';

/** The words of the map's list of points in Simplified Chinese. */
export const zhHans: ListStrings = {
  show: '显示',
  scopes: { view: '视野内的点', selection: '已选的点', all: '所有的点' },
  order: '排序',
  rows: '行',
  ascending: '升序',
  descending: '降序',
  sorting: '正在排序',
  counts: {
    view: (count, all) => `视野内 ${count} / ${all} 个`,
    selection: (count, all) => `已选 ${count} / ${all} 个`,
    all: (count) => `${count} 个点`,
  },
  none: {
    view: '视野内没有点。在地图上按 0 显示全部。',
    selection: '尚未选择任何点。',
    all: '没有点。',
  },
  select: (count) => `选择这 ${count} 个`,
  hint: '回车飞到该点并固定，空格选择或取消选择。',
  announceSelected: (label, selected) => `已选择 ${label}，共 ${selected} 个。`,
  announceUnselected: (label, selected) => `已取消选择 ${label}，共 ${selected} 个。`,
};
