// One point a thread.
fn main(index: i32) {
  if (index >= uniforms.points) { return; }
  let scale = 1.0 / max(normalization[0] - uniforms.selfTerm, 1e-3 * uniforms.selfTerm);
  let gradient = uniforms.exaggeration * attraction[index] - scale * repulsion[index];
  let velocity = state[index].xy;
  let gain = state[index].zw;
  let turned = (gradient > vec2<f32>(0.0)) != (velocity > vec2<f32>(0.0));
  let newGain = max(vec2<f32>(uniforms.minGain), select(gain * 0.8, gain + 0.2, turned));
  let step = uniforms.momentum * velocity - uniforms.learningRate * newGain * gradient;
  result[index] = vec4<f32>(clamp(step, vec2<f32>(-uniforms.maxStep), vec2<f32>(uniforms.maxStep)), newGain);
}
