import { sumLanes } from './attraction';

/** Columns of a block: it stays in the first-level cache while every row of the tile passes over it. */
const BLOCK_BYTES: i32 = 24576;

/** (Σa, Σb, Σc, Σd) of four vectors' lanes. */
@inline
function sumLanes4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

@inline
function squaredLength(row: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16) {
    const v = v128.load(row + d);
    sum = f32x4.add(sum, f32x4.mul(v, v));
  }
  return sumLanes(sum);
}

@inline
function axpy(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** |a|² + |b|² − 2ab, not below 0; `norms` holds the squared lengths of all points. `dimensions` is a multiple of 4. */
export function distanceTile(vectors: usize, norms: usize, output: usize, points: i32, dimensions: i32, firstRow: i32, rows: i32): void {
  const bytes = <usize>dimensions << 2;
  const block = max<i32>(4, (BLOCK_BYTES / <i32>bytes) & ~3);
  for (let start = 0; start < points; start += block) {
    const end = min<i32>(start + block, points);
    let r = 0;
    for (; r + 2 <= rows; r += 2) {
      const a0 = vectors + <usize>(firstRow + r) * bytes;
      const a1 = a0 + bytes;
      const norm0 = f32x4.splat(load<f32>(norms + (<usize>(firstRow + r) << 2)));
      const norm1 = f32x4.splat(load<f32>(norms + (<usize>(firstRow + r) << 2), 4));
      const out0 = output + ((<usize>r * <usize>points) << 2);
      const out1 = out0 + (<usize>points << 2);
      let j = start;
      for (; j + 4 <= end; j += 4) {
        const b0 = vectors + <usize>j * bytes;
        const b1 = b0 + bytes;
        const b2 = b1 + bytes;
        const b3 = b2 + bytes;
        let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s02 = f32x4.splat(0), s03 = f32x4.splat(0);
        let s10 = f32x4.splat(0), s11 = f32x4.splat(0), s12 = f32x4.splat(0), s13 = f32x4.splat(0);
        for (let d: usize = 0; d < bytes; d += 16) {
          const x0 = v128.load(a0 + d);
          const x1 = v128.load(a1 + d);
          let y = v128.load(b0 + d);
          s00 = axpy(s00, x0, y);
          s10 = axpy(s10, x1, y);
          y = v128.load(b1 + d);
          s01 = axpy(s01, x0, y);
          s11 = axpy(s11, x1, y);
          y = v128.load(b2 + d);
          s02 = axpy(s02, x0, y);
          s12 = axpy(s12, x1, y);
          y = v128.load(b3 + d);
          s03 = axpy(s03, x0, y);
          s13 = axpy(s13, x1, y);
        }
        const lengths = v128.load(norms + (<usize>j << 2));
        storeDistances(out0 + (<usize>j << 2), f32x4.add(norm0, lengths), sumLanes4(s00, s01, s02, s03));
        storeDistances(out1 + (<usize>j << 2), f32x4.add(norm1, lengths), sumLanes4(s10, s11, s12, s13));
      }
      for (; j < end; j++) {
        oneDistance(vectors, norms, out0, bytes, firstRow + r, j);
        oneDistance(vectors, norms, out1, bytes, firstRow + r + 1, j);
      }
    }
    for (; r < rows; r++) {
      for (let j = start; j < end; j++) oneDistance(vectors, norms, output + ((<usize>r * <usize>points) << 2), bytes, firstRow + r, j);
    }
  }
}

@inline
function storeDistances(to: usize, lengths: v128, products: v128): void {
  v128.store(to, f32x4.max(f32x4.splat(0), f32x4.sub(lengths, f32x4.add(products, products))));
}

function oneDistance(vectors: usize, norms: usize, out: usize, bytes: usize, i: i32, j: i32): void {
  const a = vectors + <usize>i * bytes;
  const b = vectors + <usize>j * bytes;
  let sum = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16) sum = axpy(sum, v128.load(a + d), v128.load(b + d));
  const lengths = load<f32>(norms + (<usize>i << 2)) + load<f32>(norms + (<usize>j << 2));
  store<f32>(out + (<usize>j << 2), max<f32>(0, lengths - 2 * sumLanes(sum)));
}

/** Squared lengths of all rows, [points]. */
export function squaredLengths(vectors: usize, output: usize, points: i32, dimensions: i32): void {
  const bytes = <usize>dimensions << 2;
  for (let i = 0; i < points; i++) store<f32>(output + (<usize>i << 2), squaredLength(vectors + <usize>i * bytes, bytes));
}
