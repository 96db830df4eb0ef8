// Two points a texel.
void main() {
  int texel = outputTexel();
  setOutput(positionsTexel(texel) + vec4(stateTexel(2 * texel).xy, stateTexel(2 * texel + 1).xy));
}
