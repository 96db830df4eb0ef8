export function move(positions: usize, state: usize, output: usize, points: i32, fixed: i32): void {
  memory.copy(output, positions, <usize>fixed << 3);
  for (let i = fixed; i < points; i++) {
    const at = <usize>i << 3;
    store<f32>(output + at, load<f32>(positions + at) + load<f32>(state + 2 * at));
    store<f32>(output + at, load<f32>(positions + at, 4) + load<f32>(state + 2 * at, 4), 4);
  }
}
