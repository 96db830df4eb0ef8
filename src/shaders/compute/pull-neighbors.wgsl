// One row a thread, with a sorted insertion list. The adapter prepends `capacity`, which is the lists' length.
const LARGEST = 3.402823e38;
var<private> best: array<f32, capacity>;
var<private> codes: array<i32, capacity>;

fn vectorPart(row: i32, part: i32) -> vec4<f32> {
  let block = row / uniforms.blockRows;
  let at = (row - block * uniforms.blockRows) * (uniforms.dimensions / 4) + part;
  switch (block) {
    case 0: { return vectors0[at]; }
    case 1: { return vectors1[at]; }
    case 2: { return vectors2[at]; }
    default: { return vectors3[at]; }
  }
}

// Whether the entry of a slot comes after a neighbour at a distance, or is that neighbour.
fn follows(slot: i32, distance: f32, neighbor: i32) -> bool {
  return best[slot] > distance || (best[slot] == distance && (codes[slot] >> 1u) >= neighbor);
}

fn offer(own: i32, code: i32) {
  let neighbor = code >> 1u;
  if (neighbor < 0 || neighbor == own) { return; }
  // A sum beyond the last of the list is not finished: most are that.
  let bound = best[capacity - 1];
  let parts = uniforms.dimensions / 4;
  var distance = 0.0;
  for (var part = 0; part < parts && distance <= bound; part++) {
    let difference = vectorPart(own, part) - vectorPart(neighbor, part);
    distance += dot(difference, difference);
  }
  if (!follows(capacity - 1, distance, neighbor)) { return; }
  var slot = capacity - 1;
  while (slot > 0 && follows(max(slot - 1, 0), distance, neighbor)) { slot--; }
  // In this order the same neighbour can only be here.
  if ((codes[slot] >> 1u) == neighbor) { return; }
  for (var i = capacity - 1; i > slot; i--) {
    best[i] = best[i - 1];
    codes[i] = codes[i - 1];
  }
  best[slot] = distance;
  codes[slot] = code;
}

fn main(index: i32) {
  if (index >= uniforms.rows) { return; }
  for (var i = 0; i < capacity; i++) {
    best[i] = LARGEST;
    codes[i] = -1;
  }
  let own = uniforms.firstRow + index;
  let width = uniforms.fresh + uniforms.old;
  for (var i = 0; i < capacity; i++) { offer(own, lists[index * capacity + i]); }
  for (var a = 0; a < width; a++) {
    let through = table[own * width + a];
    if (through < 0) { continue; }
    offer(own, 2 * through + 1);
    let depth = select(uniforms.fresh, width, a < uniforms.fresh);
    for (var b = 0; b < depth; b++) { offer(own, 2 * table[through * width + b] + 1); }
  }
  for (var i = 0; i < capacity; i++) { result[index * capacity + i] = codes[i]; }
}
