import { PlotAxis, valueExtent, type CurveMark, type CurvePicture, type PanelLine } from '../../engine';
import { formatTick } from './axis-format';
import { curvePicture, type PlacedMark } from './curve-picture';
import type { PlotModel } from './panel-plot';
import { plotFrame, xPlace, yPlace, type PlotFrame } from './plot-frame';
import type { PlotPlace } from './plot-gestures';

/** A number beside an axis. */
export interface Tick {
  /** CSS pixels. */
  place: number;
  text: string;
}

/** Where everything of a plot lies; places in CSS pixels. */
export interface PlotLayout {
  frame: PlotFrame;
  /** The part of y in sight. */
  y: PlotAxis;
  ticks: { x: Tick[]; y: Tick[] };
  picture: CurvePicture;
  notFinite: { rank: number; place: number; kind: CurveMark['kind'] }[];
  /** The best points that are marked. */
  best: (PlotPlace & { rank: number })[];
}

/** Room that a number on an axis takes, CSS pixels. */
const TICK_ROOM = { x: 76, y: 44 };

/** Between two numbers of an axis, CSS pixels. */
const BETWEEN_PX = 6;

/**
 * Lays a plot out.
 * @param pixelRatio device pixels of the picture per CSS pixel.
 * @param textWidth of a number beside an axis, CSS pixels.
 */
export function plotLayout(model: PlotModel, widthPx: number, heightPx: number, pixelRatio: number, textWidth: (text: string) => number): PlotLayout {
  const { x, xKind, yKind, lines, colors, ghost, strings } = model;
  const extent = valueExtent(lines, x.from, x.to, yKind === 'log');
  const y = model.y ?? PlotAxis.around(yKind, ...(extent ?? [0, 1]), true);
  const yTicks = y.ticks(Math.max(2, Math.floor(heightPx / TICK_ROOM.y))).map((value) => ({ value, text: formatTick(value, 'value', strings) }));
  const frame = plotFrame(widthPx, heightPx, Math.max(0, ...yTicks.map(({ text }) => textWidth(text))));
  const xTicks = x.ticks(Math.max(2, Math.floor((frame.right - frame.left) / TICK_ROOM.x)));
  // Epochs and steps are whole: no tick lies between two of them.
  const whole = xKind === 'epoch' || xKind === 'step' ? xTicks.filter((tick) => Number.isInteger(tick)) : xTicks;
  const { picture, marks } = curvePicture({ frame, pixelRatio, x, y, yTicks: yTicks.map(({ value }) => value), lines, colors, ghost });
  return {
    frame, y, picture,
    ticks: {
      x: (whole.length > 1 ? whole : xTicks).map((tick) => ({ place: xPlace(frame, x, tick), text: formatTick(tick, xKind, strings) })),
      y: yTicks.map(({ value, text }) => ({ place: yPlace(frame, y, value), text })),
    },
    notFinite: marks.map(({ line, x: at, kind }: PlacedMark) => ({ rank: line.rank, place: xPlace(frame, x, at), kind })),
    best: bestLines(lines).map(({ curve, rank }) => ({ rank, xPx: xPlace(frame, x, curve.x[curve.figures.bestAt]), yPx: yPlace(frame, y, curve.figures.best) })),
  };
}

/** Lines whose best point is marked: of each run that of the development set, or the only one there is. */
function bestLines(lines: readonly PanelLine[]): PanelLine[] {
  return lines.filter((line) => {
    if (line.curve.figures.bestAt < 0 || line.curve.x.length < 2) return false;
    const ofRun = lines.filter(({ run }) => run === line.run);
    return line.split === 'dev' || (!ofRun.some(({ split }) => split === 'dev') && line === ofRun.at(-1) && line.split !== 'train');
  });
}

/** Of numbers that would touch, the later is left out; those at the ends stay within. */
export function ticksApart(ticks: readonly Tick[], widthPx: number, textWidth: (text: string) => number): Tick[] {
  let end = -Infinity;
  return ticks.flatMap(({ place, text }) => {
    const half = textWidth(text) / 2;
    const middle = Math.min(widthPx - half, Math.max(half, place));
    if (middle - half < end + BETWEEN_PX) return [];
    end = middle + half;
    return [{ place: middle, text }];
  });
}
