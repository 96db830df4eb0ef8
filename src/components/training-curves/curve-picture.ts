import { decimate, mixColors, type MinMaxIndex, type CurveBand, type CurveMark, type CurvePicture, type CurveStroke, type PanelLine, type PlotAxis, type Rgb } from '../../engine';
import { GHOST_FADED, type PlotColors, SPLIT_LOOKS } from './line-looks';
import { xPlace, yPlace, type PlotFrame } from './plot-frame';

/** Everything a plot's picture is made of. */
export interface PlotScene {
  frame: PlotFrame;
  /** Device pixels per CSS pixel. */
  pixelRatio: number;
  x: PlotAxis;
  y: PlotAxis;
  /** Values of the lines across. */
  yTicks: readonly number[];
  lines: readonly PanelLine[];
  colors: PlotColors;
  /** Whether raw values stand behind the smoothed ones. */
  ghost: boolean;
}

/** Float32 places pixels exactly up to here; what lies beyond is out of sight anyway. */
const FAR_PX = 1e5;

/** Half the widest line. */
const LINE_ROOM_PX = 1;

/** Beyond the frame lines are cut, CSS pixels. */
const OUTSIDE_PX = 8;

const near = (place: number) => Math.min(FAR_PX, Math.max(-FAR_PX, Number.isNaN(place) ? FAR_PX : place));

/** The colour of a run; in lists longer than the palette it comes again. */
export function runColor({ runs }: PlotColors, rank: number): Rgb {
  return runs[rank % runs.length];
}

/** A value that is not finite, at its place along x. */
export interface PlacedMark {
  line: PanelLine;
  x: number;
  kind: CurveMark['kind'];
}

/** Grid, bands, raw values and lines of a plot, in device pixels, and what could not be drawn as a point of them. */
export function curvePicture(scene: PlotScene): { picture: CurvePicture; marks: PlacedMark[] } {
  const marks: PlacedMark[] = [];
  const { frame, pixelRatio, colors, lines, ghost, yTicks, y } = scene;
  const across = (value: number): CurveStroke => {
    // On whole pixels: a thin line between two of them is a grey one of twice the width.
    const place = Math.round(yPlace(frame, y, value) * pixelRatio - 0.5) + 0.5;
    return { kind: 'stroke', points: Float32Array.of(frame.left * pixelRatio, place, frame.right * pixelRatio, place), color: colors.grid, widthPx: 1 };
  };
  const look = (line: PanelLine, faded: number): Pick<CurveStroke, 'color'> => ({ color: mixColors(runColor(colors, line.rank), colors.ground, faded) });
  const raw = lines.map((line) => strokeOf(line.curve.x, line.curve.raw, scene, (index, kind) => marks.push({ line, x: line.curve.x[index], kind })));
  const parts: CurvePicture['parts'] = [
    ...yTicks.map(across),
    ...lines.flatMap((line) => bandOf(line, scene)),
    ...(ghost ? lines.flatMap((line, i) => (line.curve.raw === line.curve.smoothed ? [] : [{ ...raw[i], ...look(line, GHOST_FADED), widthPx: pixelRatio }])) : []),
    ...lines.map((line, i): CurveStroke => {
      const { widthPx, dashPx, faded } = SPLIT_LOOKS[line.split];
      const stroke = line.curve.raw === line.curve.smoothed ? raw[i] : strokeOf(line.curve.x, line.curve.smoothed, scene);
      return { ...stroke, ...look(line, faded), widthPx: widthPx * pixelRatio, ...(dashPx && { dashPx: [dashPx[0] * pixelRatio, dashPx[1] * pixelRatio] as const }) };
    }),
  ];
  return { picture: { width: Math.round(frame.widthPx * pixelRatio), height: Math.round(frame.heightPx * pixelRatio), ground: colors.ground, clip: clipOf(frame, pixelRatio), parts }, marks };
}

/** The frame, with room for the width of a line at its ends. */
function clipOf({ left, right, top, bottom }: PlotFrame, pixelRatio: number): CurvePicture['clip'] {
  const at = (place: number) => Math.round(place * pixelRatio);
  return { left: at(left), top: at(top - LINE_ROOM_PX), width: at(right) - at(left), height: at(bottom + LINE_ROOM_PX) - at(top - LINE_ROOM_PX) };
}

/** The points of a curve in sight, and those that its line leads to and comes from, at the edge. */
function strokeOf(x: Float64Array, index: MinMaxIndex, { frame, pixelRatio, x: along, y: up }: PlotScene, mark?: (index: number, kind: CurveMark['kind']) => void): Pick<CurveStroke, 'kind' | 'points' | 'gaps'> {
  const columns = Math.max(1, Math.round((frame.right - frame.left) * pixelRatio));
  const { indices, gaps, marks } = decimate(x, index, { from: along.from, to: along.to, columns, ...(along.kind === 'log' && { at: (share: number) => along.at(share) }) });
  for (const { index: place, kind } of marks) mark?.(place, kind);
  const points = new Float32Array(2 * indices.length);
  const across = (p: number) => xPlace(frame, along, x[indices[p]]);
  const height = (p: number) => yPlace(frame, up, index.y[indices[p]]);
  indices.forEach((_, p) => {
    let [xPx, yPx] = [across(p), height(p)];
    // The points next to those in sight may be very far: their lines are cut where they leave it.
    const edge = xPx < frame.left - OUTSIDE_PX ? frame.left - OUTSIDE_PX : xPx > frame.right + OUTSIDE_PX ? frame.right + OUTSIDE_PX : xPx;
    const other = p === 0 ? 1 : p === indices.length - 1 ? p - 1 : -1;
    if (edge !== xPx && other >= 0 && other < indices.length) {
      yPx += (height(other) - yPx) * ((edge - xPx) / (across(other) - xPx) || 0);
      xPx = edge;
    }
    points[2 * p] = near(xPx * pixelRatio);
    points[2 * p + 1] = near(yPx * pixelRatio);
  });
  return { kind: 'stroke', points, gaps };
}

function bandOf({ band, curve, rank }: PanelLine, { frame, pixelRatio, x: along, y: up, colors }: PlotScene): CurveBand[] {
  if (band === null) return [];
  const edges: number[] = [];
  // At the places where the median is drawn.
  const { indices } = decimate(curve.x, curve.raw, { from: along.from, to: along.to, columns: Math.max(1, Math.round((frame.right - frame.left) * pixelRatio)) });
  for (const i of indices) edges.push(near(xPlace(frame, along, curve.x[i]) * pixelRatio), near(yPlace(frame, up, band.low[i]) * pixelRatio), near(yPlace(frame, up, band.high[i]) * pixelRatio));
  return [{ kind: 'band', edges: Float32Array.from(edges), color: runColor(colors, rank), opacity: 0.18 }];
}
