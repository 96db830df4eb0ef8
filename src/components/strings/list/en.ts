/** The words of the map's list of points in English; the shape every other language has to fill. */
export const en = {
  show: 'Show',
  scopes: { view: 'Points in sight', selection: 'Selected points', all: 'All points' },
  order: 'In order of',
  rows: 'Rows',
  ascending: 'Ascending',
  descending: 'Descending',
  sorting: 'Sorting',
  counts: {
    view: (count: string, all: string) => `${count} of ${all} in sight`,
    selection: (count: string, all: string) => `${count} of ${all} selected`,
    all: (count: string) => `${count} points`,
  },
  none: {
    view: 'No point is in sight. Press 0 on the map to see everything.',
    selection: 'Nothing is selected.',
    all: 'There are no points.',
  },
  select: (count: string) => `Select these ${count}`,
  hint: 'Enter flies to a point and pins it, Space selects it.',
  announceSelected: (label: string, selected: string) => `${label} selected, ${selected} in all.`,
  announceUnselected: (label: string, selected: string) => `${label} no longer selected, ${selected} in all.`,
};

export type ListStrings = typeof en;
