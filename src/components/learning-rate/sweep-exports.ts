import type { LearningRateSweep } from '../../engine';
import { formatFixed } from '../number-format';
import { csvLines } from '../csv';
import { svgSheet } from '../plot/svg-sheet';
import { escapeXml } from '../plot/svg-text';
import type { Strings } from '../strings';
import type { SweepStrings } from '../strings/sweep';
import type { PlotModel } from '../training-curves/panel-plot';
import { xPlace, yPlace } from '../training-curves/plot-frame';
import { plotLayout } from '../training-curves/plot-layout';
import { plotSvg } from '../training-curves/plot-svg';
import { formatRate } from './rate-format';
import type { SweepModel } from './sweep-model';

/** A sweep as CSV; `kept` is 1 for rows that count. Unmeasured cells are empty. */
export function sweepCsv({ iteration, learningRate, loss }: LearningRateSweep, { shown, advice }: SweepModel): string {
  const cell = (value: number) => (Number.isNaN(value) ? null : value);
  return csvLines([
    ['iteration', 'learning_rate', 'loss', 'shown', 'kept'],
    ...Array.from(loss, (value, row) => [iteration[row], cell(learningRate[row]), cell(value), cell(shown[row]), row >= advice.first && row < advice.last ? 1 : 0]),
  ]);
}

const SIZE = { widthPx: 720, heightPx: 320 };

/** Between two names, CSS pixels. */
const BETWEEN_PX = 6;

/** A sweep as a picture: the curve, the suggestions on it and below it. */
export function sweepSvg(plot: PlotModel, { suggestions, advice }: SweepModel, strings: Strings, words: SweepStrings, owner: Document): string {
  const context = owner.createElement('canvas').getContext('2d')!;
  context.font = plot.ink.font;
  const textWidth = (text: string) => context.measureText(text).width;
  const layout = plotLayout(plot, SIZE.widthPx, SIZE.heightPx, 1, textWidth);
  const { frame, y } = layout;
  const { ground, text, secondary, font } = plot.ink;
  let [end, above] = [-Infinity, true];
  const marks = suggestions.toSorted((a, b) => a.learningRate - b.learningRate).flatMap(({ name, learningRate, loss }) => {
    const [cx, cy] = [xPlace(frame, plot.x, learningRate), yPlace(frame, y, loss)];
    if (!(cx >= frame.left && cx <= frame.right && cy >= frame.top && cy <= frame.bottom)) return [];
    const half = textWidth(words.names[name]) / 2;
    // Names that would touch stand above and below their points in turn.
    above = cx - half > end || !above;
    end = cx + half + BETWEEN_PX;
    return [`<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="4" fill="${escapeXml(ground)}" stroke="${escapeXml(text)}" stroke-width="1.5"/><text x="${cx.toFixed(1)}" y="${(cy + (above ? -9 : 18)).toFixed(1)}" text-anchor="middle" fill="${escapeXml(text)}">${escapeXml(words.names[name])}</text>`];
  });
  const at = advice.consensus === null ? NaN : xPlace(frame, plot.x, advice.consensus);
  const line = at >= frame.left && at <= frame.right ? `<path d="M${at.toFixed(1)} ${frame.top}V${frame.bottom}" stroke="${escapeXml(text)}" stroke-width="1.5" stroke-dasharray="4 3"/>` : '';
  return svgSheet([{
    title: words.plot,
    svg: plotSvg(layout, plot.ink, plot.colors, 'clip', textWidth) + line + marks.join(''),
    legend: [
      ...suggestions.map(({ name, learningRate }) => ({ text: `${words.names[name]} ${formatRate(learningRate, strings)}: ${words.rules[name]}` })),
      ...(advice.consensus === null ? [] : [{ text: `${words.consensus} ${formatRate(advice.consensus, strings)}: ${words.consensusRule(formatFixed(advice.spread, 1, strings))}`, color: text, dash: '4 3', widthPx: 1.5 }]),
    ],
  }], { ...SIZE, columns: 1 }, { ground, text, secondary, family: font.replace(/^\S+\s/, '') });
}
