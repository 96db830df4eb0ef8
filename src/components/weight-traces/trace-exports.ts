import { FvError, tensorGroup, type TensorGroup, type WeightFigures, type WeightTrace } from '../../engine';
import { csvLines } from '../csv';
import { svgSheet } from '../plot/svg-sheet';
import type { PlotModel } from '../training-curves/panel-plot';
import { plotLayout } from '../training-curves/plot-layout';
import { plotSvg } from '../training-curves/plot-svg';
import { PLOT_PX } from './trace-rows';

/** What `toCsv` writes: a line for each tensor, or for each value. */
export type WeightTable = 'figures' | 'values';

/** Lines that fit a string at ease. */
const MOST_LINES = 2_000_000;

/**
 * Tensors as CSV.
 * @throws FvError `invalid-option` for more than two million values.
 */
export function tracesCsv(tensors: readonly WeightFigures[], table: WeightTable): string {
  return csvLines(table === 'figures' ? figureRows(tensors) : valueRows(tensors));
}

function figureRows(tensors: readonly WeightFigures[]): (string | number | null)[][] {
  return [
    ['tensor', 'layer', 'slots', 'rows', 'mean', 'spread', 'update', 'findings'],
    ...tensors.map(({ trace, rows, mean, spread, update, findings }) => [trace.name, tensorGroup(trace.name, 'layer'), trace.slots.length, rows, mean, spread, Number.isNaN(update) ? null : update, findings.map(({ rule }) => rule).join(' ')]),
  ];
}

function* valueRows(tensors: readonly WeightFigures[]): Generator<(string | number)[]> {
  const count = tensors.reduce((sum, { trace }) => sum + trace.slots.reduce((values, { value }) => values + value.length, 0), 0);
  if (count > MOST_LINES) throw new FvError({ code: 'invalid-option', expected: `at most ${MOST_LINES} values in a table`, received: String(count), fix: 'show fewer tensors: filter by name' });
  yield ['iteration', 'tensor', 'slot', 'value'];
  for (const { trace } of tensors) for (const { slot, iteration, value } of trace.slots) for (let i = 0; i < value.length; i++) yield [iteration[i], trace.name, slot, value[i]];
}

/** Width of a plot in a picture, CSS pixels. */
const WIDTH_PX = 300;
const COLUMNS = 4;

/** Tensors as plots side by side. */
export function tracesSvg(groups: readonly TensorGroup[], model: (trace: WeightTrace) => PlotModel, owner: Document): string {
  const context = owner.createElement('canvas').getContext('2d')!;
  const tensors = groups.flatMap((group) => group.tensors);
  const look = tensors.length === 0 ? null : model(tensors[0].trace);
  if (!look) throw new FvError({ code: 'invalid-data', expected: 'tensors to draw', received: 'none', fix: 'set data or src, or another filter' });
  context.font = look.ink.font;
  const textWidth = (text: string) => context.measureText(text).width;
  const cells = tensors.map(({ trace }, i) => {
    const shown = model(trace);
    return { title: trace.name, legend: [], svg: plotSvg(plotLayout(shown, WIDTH_PX, PLOT_PX, 1, textWidth), shown.ink, shown.colors, `clip${i}`, textWidth) };
  });
  const { ground, text, secondary, font } = look.ink;
  return svgSheet(cells, { widthPx: WIDTH_PX, heightPx: PLOT_PX, columns: COLUMNS }, { ground, text, secondary, family: font.replace(/^\S+\s/, '') });
}
