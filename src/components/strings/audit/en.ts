/** The words of the map's noise audit in English; the shape every other language has to fill. */
export const en = {
  intro: (points: string, k: string) => `Compares each of ${points} points with its ${k} nearest in the data, and the lengths of the vectors.`,
  run: (points: string) => `Audit ${points} points`,
  again: 'Audit again',
  noVectors: 'An audit reads the vectors; this map has positions alone.',
  running: (percent: string) => `Finding neighbours: ${percent}`,
  cancel: 'Cancel',
  outdated: 'The points have changed since.',
  recall: (share: string) => `Share of true neighbours found, on a sample: ${share}.`,
  labelsFrom: 'Labels from',
  noLabels: 'No column has labels to compare.',

  rules: { labels: 'Labels unlike their neighbours', duplicates: 'Near-duplicates', hubs: 'Hubs', norms: 'Odd vectors' },
  thresholds: { labels: 'Least share', duplicates: 'Distance below', hubs: 'Times the mean', norms: '|z| above' },
  ruleTexts: {
    labels: (share: string, k: string, column: string) => `At least ${share} of the ${k} nearest carry another ${column}, and a single other one is the most frequent.`,
    duplicates: (distance: string, typical: string, groups: string) => `Nearer than ${distance} to one of its neighbours (half of all points are nearer than ${typical}): ${groups} groups.`,
    hubs: (lists: string, k: string, skewness: string, orphans: string) => `Among the ${k} nearest of at least ${lists} others. Skewness ${skewness}; ${orphans} points are among nobody's.`,
    norms: (z: string, median: string, zeros: string) => `Lengths with |z| above ${z} around the median ${median}, by the median deviation. Zero vectors: ${zeros}.`,
  },
  expected: (own: string, expected: string, share: string) => `${own} → ${expected} · ${share}`,
  group: (group: string, distance: string) => `group ${group} · ${distance}`,
  lists: (count: string) => `in ${count} lists`,
  length: (length: string) => `length ${length}`,

  select: (count: string) => `Select all ${count}`,
  save: 'Save as CSV',
  found: (rule: string) => `${rule}, the worst first`,
  nothing: 'Nothing found by this rule.',
  announceDone: (counts: string) => `The audit is finished. ${counts}.`,
  count: (rule: string, count: string) => `${rule}: ${count}`,
};

export type AuditStrings = typeof en;
