export function momentum(
  state: usize, attraction: usize, repulsion: usize, normalization: usize, output: usize,
  points: i32, selfTerm: f32, exaggeration: f32, learningRate: f32, inertia: f32, minGain: f32, maxStep: f32,
): void {
  const scale: f32 = 1 / max<f32>(load<f32>(normalization) - selfTerm, 1e-3 * selfTerm);
  for (let i = 0; i < points; i++) {
    const forces = <usize>i << 3;
    const entry = <usize>i << 4;
    for (let axis: usize = 0; axis < 8; axis += 4) {
      const gradient = exaggeration * load<f32>(attraction + forces + axis) - scale * load<f32>(repulsion + forces + axis);
      const velocity = load<f32>(state + entry + axis);
      const gain = load<f32>(state + entry + axis, 8);
      const newGain = max<f32>(minGain, (gradient > 0) != (velocity > 0) ? gain + 0.2 : gain * 0.8);
      const step = inertia * velocity - learningRate * newGain * gradient;
      store<f32>(output + entry + axis, min<f32>(max<f32>(step, -maxStep), maxStep));
      store<f32>(output + entry + axis, newGain, 8);
    }
  }
}
