/** The words of two compared models' activations in English; the shape every other language has to fill. */
export const en = {
  emptyTitle: 'Nothing to compare yet',
  emptyText: 'Set data to { left, right }: activations of the same text, each { text, activations, shape, segmentation }.',
  errorTitle: 'The two cannot be compared',
  left: 'Left',
  right: 'Right',
  difference: (right: string, left: string) => `Difference: ${right} − ${left}`,
  size: (pairs: string, segments: string) => `${pairs} units × ${segments} segments`,
  unpaired: (count: string) => `${count} without a partner`,
  pairings: { name: 'units paired by name', number: 'units paired by number', correlation: 'units paired by correlation, in standard deviations' },
  joined: 'tokens differ: joined into words',
  correlation: (value: string) => `r = ${value}`,
  list: 'What changed most',
  lists: { units: 'units by mean change', segments: 'segments by mean change', unitSegments: 'segments of this unit' },
};

export type ActivationCompareStrings = typeof en;
