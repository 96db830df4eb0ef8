import { insertRanked } from './ranked-list';

/** (Σa, Σb, Σc, Σd) of four vectors' lanes. */
@inline
function sumLanes4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

@inline
function addPairs(sum: v128, a: v128, b: usize): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(a, v128.load(b)));
}

@inline
function offer(key: i32, id: i32, keys: usize, ids: usize, length: i32): void {
  if (key >= load<i32>(keys + (<usize>(length - 1) << 2))) insertRanked(keys, ids, length, key, id);
}

/** The next candidate, unless this row has met it before. */
@inline
function meet(id: i32, stamp: i32, stamps: usize, candidates: usize, count: i32): i32 {
  const at = stamps + (<usize>id << 2);
  if (load<i32>(at) == stamp) return count;
  store<i32>(at, stamp);
  store<i32>(candidates + (<usize>count << 2), id);
  return count + 1;
}

/** See src/engine/kernels/neighbor-kernels.ts; `rowBytes` is a multiple of 16. */
export function joinNeighbors(
  vectors: usize, rowBytes: usize, halves: usize, graph: usize, reverse: usize, stamps: usize, candidates: usize,
  keys: usize, ids: usize, length: i32, forward: i32, backward: i32, depth: i32, from: i32, to: i32,
): void {
  const bytes = <usize>length << 2;
  for (let i = from; i < to; i++) {
    const listKeys = keys + <usize>i * bytes;
    const listIds = ids + <usize>i * bytes;
    const stamp = i + 1;
    store<i32>(stamps + (<usize>i << 2), stamp);
    for (let at: usize = 0; at < bytes; at += 4) {
      const id = load<i32>(listIds + at);
      if (id >= 0) store<i32>(stamps + (<usize>id << 2), stamp);
    }
    let count = 0;
    for (let s = 0; s < forward + backward; s++) {
      const j = s < forward ? load<i32>(graph + <usize>i * bytes + (<usize>s << 2)) : load<i32>(reverse + (<usize>(i * backward + s - forward) << 2));
      if (j < 0) continue;
      if (s >= forward) count = meet(j, stamp, stamps, candidates, count);
      for (let t = 0; t < depth; t++) {
        const id = load<i32>(graph + <usize>j * bytes + (<usize>t << 2));
        if (id >= 0) count = meet(id, stamp, stamps, candidates, count);
      }
    }
    const a = vectors + <usize>i * rowBytes;
    for (let c = 0; c < count; c += 4) {
      const at = candidates + (<usize>c << 2);
      const left = count - c;
      const j0 = load<i32>(at);
      const j1 = left > 1 ? load<i32>(at, 4) : j0;
      const j2 = left > 2 ? load<i32>(at, 8) : j0;
      const j3 = left > 3 ? load<i32>(at, 12) : j0;
      const b0 = vectors + <usize>j0 * rowBytes;
      const b1 = vectors + <usize>j1 * rowBytes;
      const b2 = vectors + <usize>j2 * rowBytes;
      const b3 = vectors + <usize>j3 * rowBytes;
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      for (let d: usize = 0; d < rowBytes; d += 16) {
        const x = v128.load(a + d);
        s0 = addPairs(s0, x, b0 + d);
        s1 = addPairs(s1, x, b1 + d);
        s2 = addPairs(s2, x, b2 + d);
        s3 = addPairs(s3, x, b3 + d);
      }
      let half = v128.load32_zero(halves + (<usize>j0 << 2));
      half = v128.load_lane<u32>(halves + (<usize>j1 << 2), half, 1);
      half = v128.load_lane<u32>(halves + (<usize>j2 << 2), half, 2);
      half = v128.load_lane<u32>(halves + (<usize>j3 << 2), half, 3);
      const key = i32x4.sub(sumLanes4(s0, s1, s2, s3), half);
      if (!v128.any_true(i32x4.ge_s(key, v128.load32_splat(listKeys + bytes - 4)))) continue;
      offer(i32x4.extract_lane(key, 0), j0, listKeys, listIds, length);
      offer(i32x4.extract_lane(key, 1), j1, listKeys, listIds, length);
      offer(i32x4.extract_lane(key, 2), j2, listKeys, listIds, length);
      offer(i32x4.extract_lane(key, 3), j3, listKeys, listIds, length);
    }
  }
}
