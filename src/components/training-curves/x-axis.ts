import { lowerBound, PlotAxis, type AxisKind, type CurvePanels } from '../../engine';

/** The axis along x that shows all of some panels; null where they have no point. */
export function wholeAxis({ extent, panels, x }: CurvePanels, scale: 'linear' | 'log'): PlotAxis | null {
  if (extent === null) return null;
  const kind: AxisKind = scale === 'log' ? 'log' : x === 'relative' || x === 'wall' ? 'time' : 'linear';
  if (kind !== 'log') return PlotAxis.around(kind, ...extent);
  const positive = panels.flatMap(({ lines }) => lines.flatMap(({ curve }) => curve.x[lowerBound(curve.x, Number.MIN_VALUE)] ?? []));
  return PlotAxis.around(kind, Math.min(Infinity, ...positive), extent[1]);
}

/** The part of `whole` that a range names, as far as it lies within. */
export function axisInSight(whole: PlotAxis, range: readonly [from: number, to: number] | null): PlotAxis {
  if (!range || !(range[1] > range[0])) return whole;
  const [from, to] = [whole.share(range[0]), whole.share(range[1])];
  return Number.isFinite(from) && Number.isFinite(to) ? whole.part(from, to).within(whole) : whole;
}
