/** Words that all plots share, in English; the shape every other language has to fill. */
export const en = {
  save: 'Save',
  saveAs: (format: string) => `Save as ${format}`,
};

export type PlotStrings = typeof en;
