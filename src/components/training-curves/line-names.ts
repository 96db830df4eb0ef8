import { LEARNING_RATE, type CurvePanel, type PanelLine } from '../../engine';
import type { CurveStrings } from '../strings/curves';

/** A metric as people write it. */
export function metricLabel(metric: string, words: CurveStrings): string {
  return Object.hasOwn(words.metricNames, metric) ? words.metricNames[metric] : metric.replaceAll('_', ' ');
}

/** Whether the lines of a panel come from several runs. */
export function severalRuns({ lines }: CurvePanel): boolean {
  return new Set(lines.map(({ run }) => run)).size > 1;
}

/** A line's name among those of its panel: with the run where there are several. */
export function lineName(line: PanelLine, panel: CurvePanel, words: CurveStrings): string {
  // A learning rate belongs to a run, not to a part of the corpus.
  if (panel.metric === LEARNING_RATE) return line.run || metricLabel(panel.metric, words);
  const split = words.splits[line.split];
  return severalRuns(panel) ? `${line.run} · ${split}` : split;
}
