/** Distances of the list under construction; 1,024 neighbours at most are kept here. */
const best = memory.data(4096);

@inline
function insert(list: usize, held: i32, k: i32, distance: f32, column: i32): void {
  let slot = held < k ? held : k - 1;
  while (slot > 0 && load<f32>(best + (<usize>(slot - 1) << 2)) > distance) {
    store<f32>(best + (<usize>slot << 2), load<f32>(best + (<usize>(slot - 1) << 2)));
    store<i32>(list + (<usize>slot << 2), load<i32>(list + (<usize>(slot - 1) << 2)));
    slot--;
  }
  store<f32>(best + (<usize>slot << 2), distance);
  store<i32>(list + (<usize>slot << 2), column);
}

/** Most columns lie beyond the list's last distance: four at a time are passed over with one comparison. */
export function selectNearest(distances: usize, output: usize, points: i32, firstRow: i32, rows: i32, k: i32): void {
  for (let r = 0; r < rows; r++) {
    const base = distances + ((<usize>r * <usize>points) << 2);
    const list = output + ((<usize>r * <usize>k) << 2);
    const self = firstRow + r;
    let held = 0;
    let worst: f32 = Infinity;
    let j = 0;
    while (j < points) {
      if (held == k && j + 4 <= points && !v128.any_true(f32x4.lt(v128.load(base + (<usize>j << 2)), f32x4.splat(worst)))) {
        j += 4;
        continue;
      }
      const end = min<i32>(j + 4, points);
      for (; j < end; j++) {
        const distance = load<f32>(base + (<usize>j << 2));
        if (j == self || (held == k && distance >= worst)) continue;
        insert(list, held, k, distance, j);
        if (held < k) held++;
        worst = load<f32>(best + (<usize>(held - 1) << 2));
      }
    }
  }
}
