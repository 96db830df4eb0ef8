import type { HeadOrder, HeadStatistics } from '../../engine';
import { formatFixed, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import type { AttentionStrings } from '../strings/attention';

/** The figures of a head that there are. */
export const HEAD_FIGURES = ['entropy', 'distance', 'first', 'separator', 'self', 'previous'] as const;

/** A figure of a head as text; null where it cannot be told. */
export function headFigure(statistics: HeadStatistics, figure: Exclude<HeadOrder, 'position'>, strings: Strings, words: AttentionStrings): string | null {
  const value = statistics[figure];
  if (Number.isNaN(value)) return null;
  if (figure === 'entropy') return words.entropy(formatFixed(value, 2, strings));
  return figure === 'distance' ? words.distance(formatFixed(value, 1, strings)) : formatPercent(value, strings);
}

/** All figures of a head, each with its name. */
export function headFigures(statistics: HeadStatistics, strings: Strings, words: AttentionStrings): (readonly [name: string, figure: string])[] {
  return HEAD_FIGURES.flatMap((figure) => {
    const text = headFigure(statistics, figure, strings, words);
    return text === null ? [] : [[words.figures[figure], text] as const];
  });
}
