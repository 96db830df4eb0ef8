import { evenLanes, oddLanes } from './attraction';

export function meshNormalization(spectrum: usize, table: usize, output: usize, gridSize: i32): void {
  const middle = gridSize >> 1;
  const half = middle + 1;
  memory.fill(output, 0, <usize>half << 2);
  for (let row = 0; row < gridSize; row++) {
    const from = spectrum + ((<usize>row * <usize>gridSize) << 3);
    const entries = table + ((<usize>(row > middle ? gridSize - row : row) * <usize>half) << 2);
    for (let column = 0; column < middle; column += 4) {
      const at = <usize>column << 2;
      const a = v128.load(from + 2 * at);
      const b = v128.load(from + 2 * at, 16);
      const re = evenLanes(a, b);
      const im = oddLanes(a, b);
      const power = f32x4.add(f32x4.mul(re, re), f32x4.mul(im, im));
      v128.store(output + at, f32x4.add(v128.load(output + at), f32x4.mul(power, v128.load(entries + at))));
    }
    const re = load<f32>(from + (<usize>middle << 3));
    const im = load<f32>(from + (<usize>middle << 3), 4);
    const last = output + (<usize>middle << 2);
    store<f32>(last, load<f32>(last) + (re * re + im * im) * load<f32>(entries + (<usize>middle << 2)));
  }
  for (let column = 1; column < middle; column++) {
    const at = output + (<usize>column << 2);
    store<f32>(at, 2 * load<f32>(at));
  }
}
