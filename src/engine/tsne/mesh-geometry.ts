import { goodGridSize } from '../kernels/fft-plan';

/** Spacing of a grown layout's grid, layout units; what it costs in force error: docs of {@link chooseMesh}. */
export const MESH_SPACING = 0.5;

/** While the layout is small, the grid must resolve it as a whole: at least this many nodes across. */
const NODES_ACROSS = 50;

/** Ratio of neighbouring spacings: tables are computed anew only when the layout has grown by this much. */
const SPACING_LADDER = 1.25;

/** Nodes kept free at the edges of the charged half, for the splines and for points that move on. */
const MARGIN_NODES = 6;

/** Side of the largest grid, nodes: a layout beyond half of it in span / spacing gets a coarser one. */
const LARGEST_GRID = 2048;

/** The bounding box of a layout: centre and larger side, layout units. */
export interface LayoutBounds {
  centerX: number;
  centerY: number;
  span: number;
}

/** Where a grid stands and how fine it is. */
export interface MeshShape {
  gridSize: number;
  spacing: number;
}

/** Bounds of `positions`, row-major [n, 2]. */
export function layoutBounds(positions: Float32Array): LayoutBounds {
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < positions.length; i += 2) {
    const x = positions[i];
    const y = positions[i + 1];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  if (!(maxX >= minX)) return { centerX: 0, centerY: 0, span: 0 };
  return { centerX: (minX + maxX) / 2, centerY: (minY + maxY) / 2, span: Math.max(maxX - minX, maxY - minY) };
}

/**
 * The grid for a layout of a given span: spacing `maxSpacing`, or span / 50 on a ladder of ratio 1.25 while the
 * layout is smaller than that, and as many nodes as hold the layout in the middle half. Very wide layouts, those of
 * a million points, get the largest grid at a wider spacing.
 *
 * With cubic splines and the optimal influence function the force error (relative, root mean square over points)
 * was measured on layouts of 3,000 points as 0.1–0.2 % at spacing 1/3, 0.2–0.7 % at 0.4, 0.7–2 % at 0.5, 1.4–4 % at 0.6.
 */
export function chooseMesh(span: number, growth: number, maxSpacing: number): MeshShape {
  const wanted = Math.max(span, 1e-8) / NODES_ACROSS;
  const widest = (span * growth) / (LARGEST_GRID / 2 - MARGIN_NODES);
  if (widest > maxSpacing) return { gridSize: LARGEST_GRID, spacing: widest };
  const spacing = wanted >= maxSpacing ? maxSpacing : maxSpacing * SPACING_LADDER ** -Math.ceil(Math.log(maxSpacing / wanted) / Math.log(SPACING_LADDER));
  return { gridSize: goodGridSize(2 * Math.ceil((span * growth) / spacing + MARGIN_NODES)), spacing };
}

/** Whether a grid still serves a layout of this span: it holds it and is neither too coarse for it nor far too large. */
export function meshFits(mesh: MeshShape, span: number, maxSpacing: number): boolean {
  const nodes = span / mesh.spacing;
  const capacity = mesh.gridSize / 2 - MARGIN_NODES;
  if (mesh.gridSize === LARGEST_GRID) return nodes <= capacity && nodes >= capacity / 2;
  const enough = mesh.spacing < maxSpacing ? 0.8 * NODES_ACROSS : Math.max(NODES_ACROSS, capacity / 3);
  return nodes <= capacity && nodes >= enough;
}
