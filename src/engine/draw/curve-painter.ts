import { hexColor } from '../color';
import type { CurveBand, CurvePicture, CurveStroke } from './curve-layer';
import { DOT_WIDTHS, strokePieces } from './stroke-pieces';

/**
 * Draws plots with the 2D canvas, where that is the faster way: on a computer without a GPU a picture of WebGL's takes
 * 10 ms and more to come to a page, and before its context is there some hundred.
 */
export function paintCurves(context: CanvasRenderingContext2D, { width, height, ground, clip, parts }: CurvePicture): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = hexColor(ground);
  context.fillRect(0, 0, width, height);
  if (clip) {
    context.beginPath();
    context.rect(clip.left, clip.top, clip.width, clip.height);
    context.clip();
  }
  for (const part of parts) {
    context.globalAlpha = part.opacity ?? 1;
    if (part.kind === 'stroke') paintStroke(context, part);
    else paintBand(context, part);
  }
  context.restore();
}

function paintStroke(context: CanvasRenderingContext2D, stroke: CurveStroke): void {
  const { pieces, dots } = strokePieces(stroke);
  const { color, widthPx, dashPx } = stroke;
  context.fillStyle = context.strokeStyle = hexColor(color);
  context.lineWidth = widthPx;
  context.lineJoin = 'round';
  context.lineCap = dashPx ? 'butt' : 'round';
  context.setLineDash(dashPx ? [...dashPx] : []);
  context.beginPath();
  let [endX, endY] = [NaN, NaN];
  for (let p = 0; p < pieces.length; p += 4) {
    const [ax, ay, bx, by] = [pieces[p], pieces[p + 1], pieces[p + 2], pieces[p + 3]];
    // A full column, or a step: a rectangle takes a fraction of the time that a piece of a path does.
    if (ax === bx && !dashPx) context.fillRect(ax - widthPx / 2, Math.min(ay, by) - widthPx / 2, widthPx, Math.abs(by - ay) + widthPx);
    else {
      if (ax !== endX || ay !== endY) context.moveTo(ax, ay);
      context.lineTo(bx, by);
      [endX, endY] = [bx, by];
    }
  }
  context.stroke();
  if (dots.length === 0) return;
  context.beginPath();
  for (let d = 0; d < dots.length; d += 2) {
    context.moveTo(dots[d], dots[d + 1]);
    context.arc(dots[d], dots[d + 1], (DOT_WIDTHS * widthPx) / 2, 0, 2 * Math.PI);
  }
  context.fill();
}

function paintBand(context: CanvasRenderingContext2D, { edges, color }: CurveBand): void {
  context.fillStyle = hexColor(color);
  context.beginPath();
  for (let e = 0; e < edges.length; e += 3) context.lineTo(edges[e], edges[e + 1]);
  for (let e = edges.length - 3; e >= 0; e -= 3) context.lineTo(edges[e], edges[e + 2]);
  context.fill();
}
