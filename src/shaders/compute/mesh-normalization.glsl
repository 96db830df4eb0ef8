// Four columns of the half spectrum a texel.
void main() {
  int width = uGridSize / 2 + 1;
  int column = 4 * outputTexel();
  vec4 sum = vec4(0.0);
  for (int row = 0; row < uGridSize; row++) {
    int texel = (row * uGridSize + column) >> 1;
    vec4 g = spectrumTexel(texel);
    vec4 h = spectrumTexel(texel + 1);
    int entry = min(row, uGridSize - row) * width + column;
    vec4 factor = vec4(tableElement(entry), tableElement(entry + 1), tableElement(entry + 2), tableElement(entry + 3));
    sum += vec4(dot(g.xy, g.xy), dot(g.zw, g.zw), dot(h.xy, h.xy), dot(h.zw, h.zw)) * factor;
  }
  ivec4 columns = column + ivec4(0, 1, 2, 3);
  bvec4 alone = bvec4(vec4(equal(columns, ivec4(0))) + vec4(equal(columns, ivec4(width - 1))));
  setOutput(mix(2.0 * sum, sum, alone));
}
