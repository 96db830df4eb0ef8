/**
 * Two points at a time: their forces lie side by side, their velocities and gains are gathered from the two states.
 * The last of an odd number is computed beside a copy of itself.
 */
export function momentum(
  state: usize, attraction: usize, repulsion: usize, normalization: usize, output: usize,
  points: i32, selfTerm: f32, exaggeration: f32, learningRate: f32, inertia: f32, minGain: f32, maxStep: f32,
): void {
  const scale = f32x4.splat(1 / max<f32>(load<f32>(normalization) - selfTerm, 1e-3 * selfTerm));
  const exaggerations = f32x4.splat(exaggeration);
  const zero = f32x4.splat(0);
  for (let i = 0; i < points; i += 2) {
    const single = i + 1 == points;
    const forces = <usize>i << 3;
    const entry = <usize>i << 4;
    const a = single ? v128.load64_splat(attraction + forces) : v128.load(attraction + forces);
    const r = single ? v128.load64_splat(repulsion + forces) : v128.load(repulsion + forces);
    const first = v128.load(state + entry);
    const second = single ? first : v128.load(state + entry, 16);
    const velocity = v128.shuffle<f32>(first, second, 0, 1, 4, 5);
    const gain = v128.shuffle<f32>(first, second, 2, 3, 6, 7);
    const gradient = f32x4.sub(f32x4.mul(exaggerations, a), f32x4.mul(scale, r));
    const turned = v128.xor(f32x4.gt(gradient, zero), f32x4.gt(velocity, zero));
    const grown = v128.bitselect(f32x4.add(gain, f32x4.splat(0.2)), f32x4.mul(gain, f32x4.splat(0.8)), turned);
    const newGain = f32x4.max(f32x4.splat(minGain), grown);
    const pull = f32x4.mul(f32x4.mul(f32x4.splat(learningRate), newGain), gradient);
    const step = f32x4.sub(f32x4.mul(f32x4.splat(inertia), velocity), pull);
    const cut = f32x4.min(f32x4.max(step, f32x4.splat(-maxStep)), f32x4.splat(maxStep));
    v128.store(output + entry, v128.shuffle<f32>(cut, newGain, 0, 1, 4, 5));
    if (!single) v128.store(output + entry, v128.shuffle<f32>(cut, newGain, 2, 3, 6, 7), 16);
  }
}
