/** The words of the library in English; the shape every other language has to fill. */
export const en = {
  locale: 'en',

  mapLabel: (points: string) => `Map of ${points} points`,
  mapEmptyLabel: 'Map without data',
  mapKeys: 'Arrow keys pan, plus and minus zoom, 0 shows everything, Space pauses, Enter takes the point nearest the middle, Escape clears.',

  emptyTitle: 'No data yet',
  emptyText: 'Set data to { vectors, dimensions, labels } to lay out a map, or add positions to show one as it is.',

  loadingTitle: 'The vectors are on their way',

  points: (points: string) => `${points} points`,
  pointsOf: (shown: string, points: string) => `${shown} of ${points} points`,
  level: (level: string, levels: string) => `level ${level} of ${levels}`,
  kept: (share: string, k: string) => `kept ${share} of ${k} nearest`,
  keptTitle: 'Share of the nearest neighbours in the data that are among the nearest on the map: higher is better',
  recall: (share: string) => `Share of true neighbours found, on a sample: ${share}.`,
  selected: (selected: string, points: string) => `${selected} of ${points} selected`,

  run: 'Lay out the map',
  runAgain: 'Lay out again',
  pause: 'Pause',
  resume: 'Resume',
  reset: 'Back to the start',
  fit: 'Show everything',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  withKey: (name: string, key: string) => `${name} (${key})`,
  keySpace: 'Space',

  toolbar: 'Tools',
  panels: { export: 'Take away' },
  close: 'Close',
  keyEscape: 'Esc',
  panelLoading: 'On its way',

  ready: 'Ready',
  preparing: 'Starting',
  paused: 'Paused',
  ended: 'Finished',
  failed: 'Stopped',
  phases: {
    neighbors: 'Finding neighbours',
    affinities: 'Weighing neighbours',
    'early-exaggeration': 'Forming clusters',
    optimization: 'Refining',
    end: 'Finished',
  },
  progressLabel: 'Layout progress',
  step: (done: string, all: string) => `step ${done} of ${all}`,
  left: (time: string) => `${time} left`,
  endedIn: (steps: string, time: string) => `${steps} steps in ${time}`,
  percentDone: (percent: string) => `${percent} done`,
  kl: (value: string) => `KL ${value}`,
  klTitle: 'Kullback–Leibler divergence of the map from the data, in nats: lower is better',
  stepsPerSecond: (rate: string) => `${rate} steps/s`,
  seconds: (value: string) => `${value} s`,
  minutes: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  software: (backend: string) => `${backend}, software`,
  backendDetails: (backend: string) => `Runs on ${backend}: why`,
  backends: { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' },
  backendFacts: (perplexity: string, neighbors: string) => `Perplexity ${perplexity}, ${neighbors} neighbours per point.`,

  legend: 'Colours',
  other: 'other',
  missing: 'no value',

  errorTitle: 'The map cannot be shown',
  layoutErrorTitle: 'The layout stopped',
  expected: 'Expected',
  received: 'Received',
  fix: 'What to do',

  announceRunning: 'The layout runs.',
  announcePaused: 'The layout is paused.',
  announceEnded: (time: string) => `The layout is finished after ${time}.`,
};

export type Strings = typeof en;
