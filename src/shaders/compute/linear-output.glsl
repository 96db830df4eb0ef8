// The texel of the output buffer that this fragment writes.
int outputTexel() {
  return (int(gl_FragCoord.y) << ROW_BITS) + int(gl_FragCoord.x);
}
