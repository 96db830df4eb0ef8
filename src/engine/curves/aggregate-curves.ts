import { quantileSorted } from 'd3-array';
import { STEP, type Stepwise } from '../stepwise';

/** What lies between the edges of a band: all runs, or the middle half of them. */
export type BandKind = 'range' | 'quartiles';

/** Several runs as one curve. */
export interface AggregatedCurve {
  /** Every x at which a run was measured, ascending. */
  x: Float64Array;
  /** Median of the runs measured there; of values that are not finite where no run has a finite one. */
  y: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/**
 * Median and band over runs, at each x over those measured there. Values that are not finite play no part where another
 * run has a finite one.
 * @param curves x of each ascending.
 */
export function* aggregateCurves(curves: readonly { x: Float64Array; y: Float64Array }[], band: BandKind): Stepwise<AggregatedCurve> {
  const places = curves.map(() => 0);
  const [x, y, low, high]: number[][] = [[], [], [], []];
  const margin = band === 'quartiles' ? 0.25 : 0;
  for (;;) {
    const next = curves.reduce((least, curve, c) => (places[c] < curve.x.length ? Math.min(least, curve.x[places[c]]) : least), Infinity);
    if (next === Infinity) break;
    const values: number[] = [];
    for (const [c, curve] of curves.entries()) while (curve.x[places[c]] === next) values.push(curve.y[places[c]++]);
    const finite = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
    const at = (share: number) => quantileSorted(finite, share) ?? values[0];
    x.push(next);
    y.push(at(0.5));
    low.push(at(margin));
    high.push(at(1 - margin));
    if (x.length % (STEP / 16) === 0) yield;
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), low: Float64Array.from(low), high: Float64Array.from(high) };
}
