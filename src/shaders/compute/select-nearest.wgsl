// One row a thread, with a sorted insertion list. The adapter prepends `capacity`, which is k.
var<private> best: array<f32, capacity>;
var<private> found: array<i32, capacity>;

fn main(index: i32) {
  if (index >= uniforms.rows) { return; }
  let base = index * uniforms.points;
  let own = uniforms.firstRow + index;
  var held = 0;
  for (var j = 0; j < uniforms.points; j++) {
    let distance = distances[base + j];
    if ((held == capacity && distance >= best[capacity - 1]) || j == own) { continue; }
    var slot = min(held, capacity - 1);
    held = min(held + 1, capacity);
    while (slot > 0 && best[max(slot - 1, 0)] > distance) {
      best[slot] = best[slot - 1];
      found[slot] = found[slot - 1];
      slot--;
    }
    best[slot] = distance;
    found[slot] = j;
  }
  for (var i = 0; i < capacity; i++) { result[index * capacity + i] = found[i]; }
}
