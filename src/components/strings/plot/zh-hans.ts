import type { PlotStrings } from './en';

/** Words that all plots share, in Simplified Chinese. */
export const zhHans: PlotStrings = {
  save: '保存',
  saveAs: (format) => `保存为 ${format}`,
};
