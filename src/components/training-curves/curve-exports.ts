import { FvError, LEARNING_RATE, mixColors, type CurvePanel, type CurvePanels } from '../../engine';
import { formatValue } from '../number-format';
import { csvLines } from '../csv';
import { svgColor } from '../plot/picture-svg';
import { svgSheet } from '../plot/svg-sheet';
import type { CurveStrings } from '../strings/curves';
import { formatX } from './axis-format';
import { runColor } from './curve-picture';
import { lineName, metricLabel } from './line-names';
import { SPLIT_LOOKS } from './line-looks';
import type { PlotModel } from './panel-plot';
import { plotLayout } from './plot-layout';
import { plotSvg } from './plot-svg';

/** Size of a plot in a picture, CSS pixels. */
const SIZE = { widthPx: 560, heightPx: 260, columns: 2 };

/**
 * Curves as CSV, a line for each value as measured: metric, run, split, x, value, and the value as it is shown. An x in
 * time is in milliseconds.
 */
export function curvesCsv({ x, panels }: CurvePanels): string {
  return csvLines(rowsOf(panels, x));
}

function* rowsOf(panels: readonly CurvePanel[], x: CurvePanels['x']): Generator<(string | number)[]> {
  yield ['metric', 'run', 'split', x, 'value', 'shown'];
  for (const { metric, lines } of panels) {
    for (const { run, split, curve } of lines) for (let i = 0; i < curve.x.length; i++) yield [metric, run, split, curve.x[i], curve.y[i], curve.smoothed.y[i]];
  }
}

/**
 * Curves as plots side by side, each with its legend.
 * @throws FvError `invalid-data` without curves.
 */
export function curvesSvg(models: readonly (PlotModel & { panel: CurvePanel })[], words: CurveStrings, owner: Document): string {
  const first = models.at(0);
  if (!first) throw noCurves();
  const context = owner.createElement('canvas').getContext('2d')!;
  context.font = first.ink.font;
  const textWidth = (text: string) => context.measureText(text).width;
  const cells = models.map((model, i) => {
    const { panel, lines, colors, ink, strings } = model;
    return {
      title: metricLabel(panel.metric, words),
      svg: plotSvg(plotLayout(model, SIZE.widthPx, SIZE.heightPx, 1, textWidth), ink, colors, `clip${i}`, textWidth),
      legend: lines.map((line) => {
        const { widthPx, dashPx, faded } = SPLIT_LOOKS[line.split];
        const { last, best, bestAt } = line.curve.figures;
        const figures = [`${words.last} ${formatValue(last, strings)}`, ...(bestAt < 0 || panel.metric === LEARNING_RATE || model.xKind === 'value' ? [] : [`${words.best} ${formatValue(best, strings)} @ ${formatX(line.curve.x[bestAt], model.xKind, strings)}`])];
        return { text: `${lineName(line, panel, words)} · ${figures.join(' · ')}`, color: svgColor(mixColors(runColor(colors, line.rank), colors.ground, faded)), widthPx, ...(dashPx && { dash: dashPx.join(' ') }) };
      }),
    };
  });
  const { ground, text, secondary, font } = first.ink;
  return svgSheet(cells, SIZE, { ground, text, secondary, family: font.replace(/^\S+\s/, '') });
}

/** There is nothing to save. */
export function noCurves(): FvError {
  return new FvError({ code: 'invalid-data', expected: 'curves to save', received: 'none', fix: 'set data or src, and wait for updateComplete' });
}
