/** The words of heatmaps of activations in English; the shape every other language has to fill. */
export const en = {
  label: (units: string, segments: string) => `Heatmap of ${units} units by ${segments} segments`,
  emptyLabel: 'Heatmap without data',
  size: (units: string, segments: string) => `${units} units × ${segments} segments`,
  keys: 'Arrow keys move from cell to cell, with Shift ten at a time, Home and End go to the ends of a row, Page Up and Page Down by a screen, Enter pins the unit, plus and minus zoom, 0 shows everything, Escape clears.',
  emptyTitle: 'No activations yet',
  errorTitle: 'The heatmap cannot be shown',
  pinned: (unit: string) => `Pinned: ${unit}`,
  zoomIn: 'Zoom in (+)',
  zoomOut: 'Zoom out (−)',
  fit: 'Show everything (0)',
  order: 'Rows by',
  orders: { index: 'number', variance: 'variance', correlation: 'likeness (clusters)', name: 'name' },
  sampling: 'Several values in a pixel',
  samplings: { 'max-abs': 'farthest from zero', 'min-max': 'smallest and largest', mean: 'mean' },
  allUnits: 'all units',
  eachUnit: 'each unit',
  segment: 'Segment',
  cellSpoken: (unit: string, segment: string, text: string, value: string) => `${unit}, segment ${segment}, ${text}: ${value}`,
};

export type HeatmapStrings = typeof en;
