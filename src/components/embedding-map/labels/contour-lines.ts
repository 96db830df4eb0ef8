import { boundsOf, contourLines, densityGrid, type Rgb } from '../../../engine';
import type { StageController } from '../stage-controller';

/** Name of the set of lines. */
const SET = 'contours';

/** Cells of the density along an axis. */
const GRID = 256;

const OPACITY = 0.4;
const WIDTH_PX = 1;

/** Draws the iso-lines of the density of positions row-major [n, 2] below the points. @throws the signal's reason once it fires. */
export async function drawContours(stage: StageController, positions: Float32Array, muted: Uint8Array | null, color: Rgb, signal: AbortSignal): Promise<void> {
  const bounds = boundsOf(positions);
  const lines = bounds ? await contourLines(await densityGrid(positions, { bounds, size: GRID, muted, signal }), signal) : [];
  const segments = new Float32Array(lines.reduce((sum, line) => sum + line.segments.length, 0));
  let at = 0;
  for (const line of lines) {
    segments.set(line.segments, at);
    at += line.segments.length;
  }
  stage.setLines(SET, { segments, color, opacity: OPACITY, widthPx: WIDTH_PX });
}

export function removeContours(stage: StageController): void {
  stage.setLines(SET, null);
}
