// Two points a texel.
void main() {
  int texel = outputTexel();
  setOutput(texelAt(positions, texel) + vec4(texelAt(state, 2 * texel).xy, texelAt(state, 2 * texel + 1).xy));
}
