import type { CurveMark, Rgb } from '../../engine';
import { runColor } from './curve-picture';
import type { PlotColors } from './line-looks';
import type { PlotFrame } from './plot-frame';
import type { PlotPlace } from './plot-gestures';
import { ticksApart, type Tick } from './plot-layout';

/** Text and lines of a plot, as CSS. */
export interface PlotInk {
  font: string;
  text: string;
  secondary: string;
  line: string;
  accent: string;
  ground: string;
}

/** Below the plot: the baseline of its numbers, the length of a tick; between a number and the plot. */
export const BASELINE_PX = 15;
export const TICK_PX = 4;
export const BESIDE_PX = 6;

export const cssColor = ([r, g, b]: Rgb) => `rgb(${Math.round(255 * r)} ${Math.round(255 * g)} ${Math.round(255 * b)})`;

/** The x axis and the numbers of both; of numbers that would touch, the later is left out. */
export function drawTicks(context: CanvasRenderingContext2D, frame: PlotFrame, ink: PlotInk, { x, y }: { x: readonly Tick[]; y: readonly Tick[] }): void {
  context.font = ink.font;
  context.fillStyle = ink.secondary;
  context.strokeStyle = ink.line;
  context.lineWidth = 1;
  context.beginPath();
  const base = Math.round(frame.bottom) + 0.5;
  context.moveTo(frame.left, base);
  context.lineTo(frame.right, base);
  for (const { place } of x) {
    context.moveTo(Math.round(place) + 0.5, base);
    context.lineTo(Math.round(place) + 0.5, base + TICK_PX);
  }
  context.stroke();
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const { place, text } of ticksApart(x, frame.widthPx, (number) => context.measureText(number).width)) context.fillText(text, place, frame.bottom + BASELINE_PX);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { place, text } of y) context.fillText(text, frame.left - BESIDE_PX, place);
}

const MARK_PX = 3.5;

/** Values that are not finite, at the edge that they lie beyond, NaN at the top; and a ring around each best value. */
export function drawMarks(
  context: CanvasRenderingContext2D, frame: PlotFrame, ink: PlotInk,
  { colors, notFinite, best }: { colors: PlotColors; notFinite: readonly { rank: number; place: number; kind: CurveMark['kind'] }[]; best: readonly (PlotPlace & { rank: number })[] },
): void {
  for (const { rank, place, kind } of notFinite) {
    if (place < frame.left - 1 || place > frame.right + 1) continue;
    const down = kind === '-infinity';
    const y = down ? frame.bottom - MARK_PX : frame.top - MARK_PX - 1;
    context.strokeStyle = context.fillStyle = cssColor(runColor(colors, rank));
    context.lineWidth = 1.5;
    context.beginPath();
    if (kind === 'nan') {
      context.moveTo(place - MARK_PX, y - MARK_PX);
      context.lineTo(place + MARK_PX, y + MARK_PX);
      context.moveTo(place + MARK_PX, y - MARK_PX);
      context.lineTo(place - MARK_PX, y + MARK_PX);
      context.stroke();
    } else {
      const tip = down ? MARK_PX : -MARK_PX;
      context.moveTo(place, y + tip);
      context.lineTo(place - MARK_PX, y - tip);
      context.lineTo(place + MARK_PX, y - tip);
      context.fill();
    }
  }
  for (const { xPx, yPx, rank } of best) {
    if (xPx < frame.left - 1 || xPx > frame.right + 1 || !(yPx >= frame.top - 1 && yPx <= frame.bottom + 1)) continue;
    disc(context, xPx, yPx, 4.5, ink.ground);
    ring(context, xPx, yPx, 4.5, ink.text);
    disc(context, xPx, yPx, 2, cssColor(runColor(colors, rank)));
  }
}

/** The crosshair with the points it meets, and the box that is drawn. */
export function drawCursor(
  context: CanvasRenderingContext2D, frame: PlotFrame, ink: PlotInk,
  { colors, x, points, box }: { colors: PlotColors; x: number | null; points: readonly (PlotPlace & { rank: number; own: boolean })[]; box: readonly [PlotPlace, PlotPlace] | null },
): void {
  if (x !== null) {
    context.strokeStyle = ink.secondary;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, frame.top);
    context.lineTo(Math.round(x) + 0.5, frame.bottom);
    context.stroke();
    for (const { xPx, yPx, rank, own } of points) {
      disc(context, xPx, yPx, own ? 5.5 : 4.5, ink.ground);
      disc(context, xPx, yPx, own ? 4 : 3, cssColor(runColor(colors, rank)));
      if (own) ring(context, xPx, yPx, 5.5, ink.text);
    }
  }
  if (!box) return;
  const [left, right] = [box[0].xPx, box[1].xPx].map((place) => Math.min(frame.right, Math.max(frame.left, place))).sort((a, b) => a - b);
  const [top, bottom] = [box[0].yPx, box[1].yPx].map((place) => Math.min(frame.bottom, Math.max(frame.top, place))).sort((a, b) => a - b);
  context.fillStyle = ink.accent;
  context.globalAlpha = 0.1;
  context.fillRect(left, top, right - left, bottom - top);
  context.globalAlpha = 1;
  context.strokeStyle = ink.accent;
  context.lineWidth = 1;
  context.strokeRect(Math.round(left) + 0.5, Math.round(top) + 0.5, Math.round(right - left), Math.round(bottom - top));
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}
