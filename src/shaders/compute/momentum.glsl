// One point a texel.
void main() {
  int point = outputTexel();
  float scale = 1.0 / max(normalizationElement(0) - uSelfTerm, 1e-3 * uSelfTerm);
  vec2 gradient = uExaggeration * attractionPair(point) - scale * repulsionPair(point);
  vec4 before = stateTexel(point);
  vec2 velocity = before.xy;
  vec2 gain = before.zw;
  bvec2 turned = notEqual(greaterThan(gradient, vec2(0.0)), greaterThan(velocity, vec2(0.0)));
  vec2 newGain = max(vec2(uMinGain), mix(gain * 0.8, gain + 0.2, turned));
  vec2 step = uMomentum * velocity - uLearningRate * newGain * gradient;
  setOutput(vec4(clamp(step, vec2(-uMaxStep), vec2(uMaxStep)), newGain));
}
