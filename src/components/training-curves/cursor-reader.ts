import { nearestPlace, type CurvePanel, type CurvePanels, type PanelLine } from '../../engine';
import { formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { formatX } from './axis-format';
import { lineName, metricLabel } from './line-names';
import type { CursorPoint } from './panel-plot';
import type { CursorStep } from './plot-keys';

/** What is needed to put a point into words. */
export interface ReadingContext {
  panel: CurvePanel;
  shown: CurvePanels;
  strings: Strings;
  words: CurveStrings;
}

interface ReaderHost {
  panels(): readonly CurvePanel[];
  /** Those of a panel that are on show. */
  lines(panel: CurvePanel): readonly PanelLine[];
  moved(panel: CurvePanel, point: CursorPoint): void;
}

/** Reads curves point by point. It begins where the pointer was last, else at the last point of the first line. */
export class CursorReader {
  readonly #host: ReaderHost;
  /** Line and x, not places: the curves may have changed since. */
  #at: { metric: string; key: string; x: number } | null = null;

  constructor(host: ReaderHost) {
    this.#host = host;
  }

  /** The reader is on this point from now on. */
  at({ metric }: CurvePanel, { line, place }: CursorPoint): void {
    this.#at = { metric, key: line.key, x: line.curve.x[place] };
  }

  step(panel: CurvePanel, { kind, by }: CursorStep): void {
    const lines = this.#host.lines(panel).filter(({ curve }) => curve.x.length > 0);
    if (lines.length === 0) return;
    const at = this.#at;
    const known = at ? lines.findIndex(({ key }) => key === at.key) : -1;
    const current = Math.max(0, known);
    const line = kind === 'line' && known >= 0 ? lines[(current + by + lines.length) % lines.length] : lines[current];
    const { x } = line.curve;
    const place = at ? nearestPlace(x, at.x) : x.length - 1;
    const begins = known < 0 || at?.metric !== panel.metric;
    const next = kind === 'along' && !(begins && Number.isFinite(by)) ? Math.min(x.length - 1, Math.max(0, place + by)) : place;
    this.#host.moved(panel, { line, place: next });
  }

  /** A point in words. */
  spoken(panel: CurvePanel, { line, place }: CursorPoint, { shown, strings, words }: ReadingContext): string {
    const name = `${metricLabel(panel.metric, words)}, ${lineName(line, panel, words)}`;
    return words.spoken(name, `${words.xs[shown.x]} ${formatX(line.curve.x[place], shown.x, strings)}`, valueText(line.curve.y[place], strings, words));
  }
}

/** A value, or what it is instead of one. */
export function valueText(value: number, strings: Strings, words: CurveStrings): string {
  if (Number.isFinite(value)) return formatValue(value, strings);
  return words.notFinite[Number.isNaN(value) ? 'nan' : value > 0 ? 'infinity' : '-infinity'];
}
