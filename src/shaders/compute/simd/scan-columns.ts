import { insertRanked } from './ranked-list';

// Rows are int16, two neighbouring dimensions (a pair) to 32 bits. Four columns are packed side by side, pair by pair,
// so that one multiplication of eight int16 adds one pair to the products of a row with four columns, and the four
// sums never need to be added across lanes.

/** Products of one row with the four columns from `at` on, offered to the row's list and, if `both`, to the columns'. */
function offer(
  products: v128, row: i32, rowHalf: i32, at: i32,
  columnIds: usize, columnHalves: usize, columnLimits: usize, keys: usize, ids: usize, length: i32, both: i32,
): void {
  const bytes = <usize>length << 2;
  const list = <usize>row * bytes;
  for (let lane = 0; lane < 4; lane++) {
    const column = <usize>(at + lane) << 2;
    const id = load<i32>(columnIds + column);
    const half = load<i32>(columnHalves + column);
    const product = i32x4.extract_lane(products, 0);
    products = v128.shuffle<i32>(products, products, 1, 2, 3, 0);
    if (id == row || half == i32.MAX_VALUE) continue;
    if (product - half >= load<i32>(keys + list + bytes - 4)) insertRanked(keys + list, ids + list, length, product - half, id);
    if (both && product - rowHalf > load<i32>(columnLimits + column)) {
      const other = <usize>id * bytes;
      insertRanked(keys + other, ids + other, length, product - rowHalf, row);
      store<i32>(columnLimits + column, load<i32>(keys + other + bytes - 4) - 1);
    }
  }
}

@inline
function addPair(sum: v128, a: v128, b: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(a, b));
}

/** Lanes of eight products that beat a row's list (its limit splat) or the columns' lists. */
@inline
function beaten(p: v128, q: v128, half0: v128, half1: v128, limit: v128, rowHalf: i32, columnLimits: usize, both: i32): v128 {
  const forward = v128.or(i32x4.gt_s(i32x4.sub(p, half0), limit), i32x4.gt_s(i32x4.sub(q, half1), limit));
  if (!both) return forward;
  const own = i32x4.splat(rowHalf);
  const back = v128.or(i32x4.gt_s(i32x4.sub(p, own), v128.load(columnLimits)), i32x4.gt_s(i32x4.sub(q, own), v128.load(columnLimits, 16)));
  return v128.or(forward, back);
}

@inline
function limitOf(keys: usize, row: i32, bytes: usize): v128 {
  return i32x4.sub(v128.load32_splat(keys + <usize>(row + 1) * bytes - 4), i32x4.splat(1));
}

/** See src/engine/kernels/neighbor-kernels.ts. `columns` is a multiple of 8, padded with halves of i32.MAX. */
export function scanColumns(
  vectors: usize, rowBytes: usize, pairs: i32, halves: usize, rows: usize, rowCount: i32,
  packed: usize, columnIds: usize, columnHalves: usize, columnLimits: usize, columns: i32,
  keys: usize, ids: usize, length: i32, both: i32, triangle: i32,
): void {
  const bytes = <usize>length << 2;
  const pairBytes = <usize>pairs << 2;
  const groupBytes = <usize>pairs << 4;
  for (let r = 0; r < rowCount; r += 4) {
    const row0 = load<i32>(rows + (<usize>r << 2));
    const row1 = load<i32>(rows + (<usize>min(r + 1, rowCount - 1) << 2));
    const row2 = load<i32>(rows + (<usize>min(r + 2, rowCount - 1) << 2));
    const row3 = load<i32>(rows + (<usize>min(r + 3, rowCount - 1) << 2));
    const a0 = vectors + <usize>row0 * rowBytes;
    const a1 = vectors + <usize>row1 * rowBytes;
    const a2 = vectors + <usize>row2 * rowBytes;
    const a3 = vectors + <usize>row3 * rowBytes;
    const own0 = load<i32>(halves + (<usize>row0 << 2));
    const own1 = load<i32>(halves + (<usize>row1 << 2));
    const own2 = load<i32>(halves + (<usize>row2 << 2));
    const own3 = load<i32>(halves + (<usize>row3 << 2));
    for (let c = triangle ? r & ~7 : 0; c < columns; c += 8) {
      const group0 = packed + <usize>(c >> 2) * groupBytes;
      const group1 = group0 + groupBytes;
      let p0 = i32x4.splat(0), q0 = i32x4.splat(0), p1 = i32x4.splat(0), q1 = i32x4.splat(0);
      let p2 = i32x4.splat(0), q2 = i32x4.splat(0), p3 = i32x4.splat(0), q3 = i32x4.splat(0);
      for (let d: usize = 0; d < pairBytes; d += 4) {
        const x = v128.load(group0 + (d << 2));
        const y = v128.load(group1 + (d << 2));
        let pair = v128.load32_splat(a0 + d);
        p0 = addPair(p0, x, pair);
        q0 = addPair(q0, y, pair);
        pair = v128.load32_splat(a1 + d);
        p1 = addPair(p1, x, pair);
        q1 = addPair(q1, y, pair);
        pair = v128.load32_splat(a2 + d);
        p2 = addPair(p2, x, pair);
        q2 = addPair(q2, y, pair);
        pair = v128.load32_splat(a3 + d);
        p3 = addPair(p3, x, pair);
        q3 = addPair(q3, y, pair);
      }
      const at = <usize>c << 2;
      const half0 = v128.load(columnHalves + at);
      const half1 = v128.load(columnHalves + at, 16);
      const limits = columnLimits + at;
      const hit0 = beaten(p0, q0, half0, half1, limitOf(keys, row0, bytes), own0, limits, both);
      const hit1 = beaten(p1, q1, half0, half1, limitOf(keys, row1, bytes), own1, limits, both);
      const hit2 = beaten(p2, q2, half0, half1, limitOf(keys, row2, bytes), own2, limits, both);
      const hit3 = beaten(p3, q3, half0, half1, limitOf(keys, row3, bytes), own3, limits, both);
      if (!v128.any_true(v128.or(v128.or(hit0, hit1), v128.or(hit2, hit3)))) continue;
      if (v128.any_true(hit0)) {
        offer(p0, row0, own0, c, columnIds, columnHalves, columnLimits, keys, ids, length, both);
        offer(q0, row0, own0, c + 4, columnIds, columnHalves, columnLimits, keys, ids, length, both);
      }
      if (r + 1 < rowCount && v128.any_true(hit1)) {
        offer(p1, row1, own1, c, columnIds, columnHalves, columnLimits, keys, ids, length, both);
        offer(q1, row1, own1, c + 4, columnIds, columnHalves, columnLimits, keys, ids, length, both);
      }
      if (r + 2 < rowCount && v128.any_true(hit2)) {
        offer(p2, row2, own2, c, columnIds, columnHalves, columnLimits, keys, ids, length, both);
        offer(q2, row2, own2, c + 4, columnIds, columnHalves, columnLimits, keys, ids, length, both);
      }
      if (r + 3 < rowCount && v128.any_true(hit3)) {
        offer(p3, row3, own3, c, columnIds, columnHalves, columnLimits, keys, ids, length, both);
        offer(q3, row3, own3, c + 4, columnIds, columnHalves, columnLimits, keys, ids, length, both);
      }
    }
  }
}

/** Packs `columns` rows (a multiple of 8; those behind `count` are zeros) by fours, pair by pair. */
export function packColumns(vectors: usize, rowBytes: usize, pairs: i32, columnIds: usize, count: i32, columns: i32, packed: usize): void {
  for (let c = 0; c < columns; c++) {
    const to = packed + (<usize>(c >> 2) * <usize>pairs << 4) + (<usize>(c & 3) << 2);
    const from = vectors + <usize>load<i32>(columnIds + (<usize>min(c, count - 1) << 2)) * rowBytes;
    for (let p: usize = 0; p < <usize>pairs; p++) store<u32>(to + (p << 4), c < count ? load<u32>(from + (p << 2)) : 0);
  }
}
