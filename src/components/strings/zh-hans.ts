import type { Strings } from './en';

/** The words of the library in simplified Chinese. */
export const zhHans: Strings = {
  locale: 'zh-Hans',

  mapLabel: (points) => `${points} 个点的地图`,
  mapEmptyLabel: '没有数据的地图',
  mapKeys: '方向键平移，加号和减号缩放，0 显示全部，空格暂停，回车选取离中心最近的点，Esc 清除。',

  emptyTitle: '还没有数据',
  emptyText: '设置 data 为 { vectors, dimensions, labels } 以生成地图，或加上 positions 直接显示现成的布局。',

  loadingTitle: '正在载入向量',

  points: (points) => `${points} 个点`,
  pointsOf: (shown, points) => `${points} 个点中的 ${shown} 个`,
  level: (level, levels) => `第 ${level} / ${levels} 级`,
  kept: (share, k) => `保留 ${k} 个近邻中的 ${share}`,
  keptTitle: '数据中的近邻在地图上仍为近邻的比例：越高越好',
  recall: (share) => `抽样测得找到的真实近邻比例：${share}。`,
  selected: (selected, points) => `已选 ${selected} / ${points}`,

  run: '生成布局',
  runAgain: '重新布局',
  pause: '暂停',
  resume: '继续',
  reset: '回到起点',
  fit: '显示全部',
  zoomIn: '放大',
  zoomOut: '缩小',
  withKey: (name, key) => `${name}（${key}）`,
  keySpace: '空格',

  toolbar: '工具',
  panels: { export: '导出' },
  close: '关闭',
  keyEscape: 'Esc',
  panelLoading: '正在载入',

  ready: '就绪',
  preparing: '正在启动',
  paused: '已暂停',
  ended: '已完成',
  failed: '已停止',
  phases: {
    neighbors: '寻找近邻',
    affinities: '计算近邻权重',
    'early-exaggeration': '形成簇',
    optimization: '细化',
    end: '已完成',
  },
  progressLabel: '布局进度',
  step: (done, all) => `第 ${done} / ${all} 步`,
  left: (time) => `还需 ${time}`,
  endedIn: (steps, time) => `${steps} 步，用时 ${time}`,
  percentDone: (percent) => `已完成 ${percent}`,
  kl: (value) => `KL ${value}`,
  klTitle: '地图与数据之间的 KL 散度（奈特）：越低越好',
  stepsPerSecond: (rate) => `${rate} 步/秒`,
  seconds: (value) => `${value} 秒`,
  minutes: (minutes, seconds) => `${minutes} 分 ${seconds} 秒`,
  software: (backend) => `${backend}（软件）`,
  backendDetails: (backend) => `在 ${backend} 上运行：原因`,
  backends: { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' },
  backendFacts: (perplexity, neighbors) => `困惑度 ${perplexity}，每点 ${neighbors} 个近邻。`,

  legend: '颜色',
  other: '其他',
  missing: '无值',

  errorTitle: '无法显示地图',
  layoutErrorTitle: '布局已停止',
  expected: '需要',
  received: '收到',
  fix: '处理办法',

  announceRunning: '布局正在运行。',
  announcePaused: '布局已暂停。',
  announceEnded: (time) => `布局已完成，用时 ${time}。`,
};
