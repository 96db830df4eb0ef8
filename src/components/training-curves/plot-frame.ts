import type { PlotAxis } from '../../engine';

/** Where the axes of a plot lie, CSS pixels of its canvas. */
export interface PlotFrame {
  widthPx: number;
  heightPx: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Room below the plot for the numbers of x, above for marks at the edge, right for half a number. */
const BELOW = 20;
const ABOVE = 10;
const RIGHT = 14;

/** Beside the numbers of y. */
const BESIDE = 10;

/** The frame of a plot whose widest number along y takes `numberPx`. */
export function plotFrame(widthPx: number, heightPx: number, numberPx: number): PlotFrame {
  const left = Math.ceil(numberPx) + BESIDE;
  return { widthPx, heightPx, left, right: Math.max(left + 1, widthPx - RIGHT), top: ABOVE, bottom: Math.max(ABOVE + 1, heightPx - BELOW) };
}

/** A value's place along x, CSS pixels. */
export function xPlace(frame: PlotFrame, axis: PlotAxis, value: number): number {
  return frame.left + axis.share(value) * (frame.right - frame.left);
}

/** A value's place along y, CSS pixels; what has no logarithm lies far below. */
export function yPlace(frame: PlotFrame, axis: PlotAxis, value: number): number {
  return frame.bottom - axis.share(value) * (frame.bottom - frame.top);
}

/** The share of the axis at a place along x, which may lie outside of the frame. */
export function xShare(frame: PlotFrame, placePx: number): number {
  return (placePx - frame.left) / (frame.right - frame.left);
}

/** The share of the axis at a place along y. */
export function yShare(frame: PlotFrame, placePx: number): number {
  return (frame.bottom - placePx) / (frame.bottom - frame.top);
}
