import type { Rgb, Split } from '../../engine';

/** How the lines of a split look: all lines of a run have its colour. */
export interface SplitLook {
  /** CSS pixels. */
  widthPx: number;
  /** CSS pixels drawn and left out; null: a whole line. */
  dashPx: readonly [drawn: number, leftOut: number] | null;
  /** How far the colour goes towards the ground, 0 … 1. */
  faded: number;
}

/** What training sees lies back, what it is judged by stands out. */
export const SPLIT_LOOKS: Record<Split, SplitLook> = {
  train: { widthPx: 1.25, dashPx: null, faded: 0.35 },
  'train-part': { widthPx: 1.25, dashPx: [2, 3], faded: 0.35 },
  'train-sample': { widthPx: 1.25, dashPx: [2, 3], faded: 0.35 },
  dev: { widthPx: 2, dashPx: null, faded: 0 },
  test: { widthPx: 1.75, dashPx: [6, 4], faded: 0 },
};

/** How far the raw values behind a smoothed line go towards the ground. */
export const GHOST_FADED = 0.72;

/** The colours of a plot. */
export interface PlotColors {
  ground: Rgb;
  grid: Rgb;
  /** By rank of the run. */
  runs: readonly Rgb[];
}
