/**
 * Where a coordinate falls on the repulsion grid, shared by spreading and gathering.
 *
 * Grid node i stands at (i − gridSize / 2) · spacing from the centre. Only the middle half of the grid, nodes
 * gridSize/4 … 3·gridSize/4, holds charge: the rest is the zero padding that keeps periodic images apart.
 * A point beyond it is treated as if it stood on the edge, so that a stale grid bends forces but breaks nothing.
 */
export function gridCoordinate(position: number, center: number, spacing: number, gridSize: number): number {
  const u = (position - center) / spacing + gridSize / 2;
  return Math.min(Math.max(u, gridSize / 4 + 1), (3 * gridSize) / 4 - 3);
}

/**
 * The four weights of the uniform cubic B-spline at fraction t ∈ [0, 1), for nodes base − 1 … base + 2.
 * Their sum is 1.
 */
export function splineWeights(t: number, out: Float64Array): void {
  const s = 1 - t;
  out[0] = (s * s * s) / 6;
  out[1] = (4 - 6 * t * t + 3 * t * t * t) / 6;
  out[2] = (4 - 6 * s * s + 3 * s * s * s) / 6;
  out[3] = (t * t * t) / 6;
}
