/** The words of the map's labels panel in English; the shape every other language has to fill. */
export const en = {
  show: 'Show the names of',
  modes: { auto: 'Regions and points', points: 'Points', regions: 'Regions', none: 'Nothing' },
  priority: 'Points named first',
  byRow: 'First rows',
  byColumn: (column: string) => `Highest ${column}`,
  names: 'Regions are named by',
  byWords: 'Characteristic words',
  contours: 'Lines of equal density',
  regions: 'Regions in sight',
  noRegions: 'None: the points are too few or too even, or the view is too close.',
  visit: (name: string, points: string) => `Go to ${name}, ${points} points`,
  select: (name: string) => `Select the points of ${name}`,
  hint: 'A click on a name goes there; with Ctrl (⌘) it selects the points too.',
};

export type LabelStrings = typeof en;
