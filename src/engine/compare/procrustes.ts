/** A similarity of the plane: (x, y) ↦ scale · R (x, y) + (tx, ty), where R turns and may mirror. */
export interface Similarity {
  /** Row-major [2, 2], orthogonal. */
  readonly rotation: readonly [number, number, number, number];
  readonly scale: number;
  readonly translation: readonly [number, number];
  readonly mirrored: boolean;
  /**
   * How alike the two arrangements are afterwards, 0 … 1: the share of the spread that coincides
   * (1 − Procrustes distance²); 1 for the same shape.
   */
  readonly likeness: number;
}

/**
 * The similarity that brings the points `moved` nearest to the points `target`: orthogonal Procrustes analysis, reflections allowed
 * (Schönemann 1966; Gower 1975), in closed form for the plane. The scale gives both the same spread, whatever their
 * likeness: the least-squares scale would shrink a layout that has little in common with the other.
 *
 * @param target row-major [n, 2].
 * @param moved row-major [n, 2]; row i belongs to row i of `target`.
 */
export function procrustes(target: Float32Array, moved: Float32Array): Similarity {
  const n = Math.min(target.length, moved.length) >> 1;
  const [ax, ay] = meanOf(target, n);
  const [bx, by] = meanOf(moved, n);
  // Sums of products of centred coordinates.
  let spreadA = 0;
  let spreadB = 0;
  let xx = 0;
  let xy = 0;
  let yx = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const ux = target[2 * i] - ax;
    const uy = target[2 * i + 1] - ay;
    const vx = moved[2 * i] - bx;
    const vy = moved[2 * i + 1] - by;
    spreadA += ux * ux + uy * uy;
    spreadB += vx * vx + vy * vy;
    xx += vx * ux;
    xy += vx * uy;
    yx += vy * ux;
    yy += vy * uy;
  }
  // The sum of singular values of the 2 × 2 matrix, with and without a reflection, and the angle that attains it.
  const turned = Math.hypot(xx + yy, xy - yx);
  const flipped = Math.hypot(xx - yy, xy + yx);
  const mirrored = flipped > turned;
  const angle = mirrored ? Math.atan2(xy + yx, xx - yy) : Math.atan2(xy - yx, xx + yy);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const rotation: Similarity['rotation'] = mirrored ? [cos, sin, sin, -cos] : [cos, -sin, sin, cos];
  const scale = spreadA > 0 && spreadB > 0 ? Math.sqrt(spreadA / spreadB) : 1;
  const translation: [number, number] = [
    ax - scale * (rotation[0] * bx + rotation[1] * by),
    ay - scale * (rotation[2] * bx + rotation[3] * by),
  ];
  const product = Math.sqrt(spreadA * spreadB);
  const likeness = product > 0 ? Math.min(1, (Math.max(turned, flipped) / product) ** 2) : 1;
  return { rotation, scale, translation, mirrored, likeness };
}

/** The points after the similarity, row-major [n, 2], in a new array. */
export function transformed(positions: Float32Array, { rotation, scale, translation }: Similarity): Float32Array {
  const [a, b, c, d] = rotation.map((value) => scale * value);
  const result = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 2) {
    result[i] = a * positions[i] + b * positions[i + 1] + translation[0];
    result[i + 1] = c * positions[i] + d * positions[i + 1] + translation[1];
  }
  return result;
}

function meanOf(positions: Float32Array, n: number): [x: number, y: number] {
  let x = 0;
  let y = 0;
  for (let i = 0; i < n; i++) {
    x += positions[2 * i];
    y += positions[2 * i + 1];
  }
  return n > 0 ? [x / n, y / n] : [0, 0];
}
