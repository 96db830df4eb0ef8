// Two points a texel.
void main() {
  int texel = outputTexel();
  vec4 velocity = vec4(stateTexel(2 * texel).xy, stateTexel(2 * texel + 1).xy);
  vec2 free = vec2(greaterThanEqual(ivec2(2 * texel, 2 * texel + 1), ivec2(uFixed)));
  setOutput(positionsTexel(texel) + velocity * free.xxyy);
}
