// Reading the input BUFFER: texel t holds elements 4t … 4t + 3, in rows of 2^ROW_BITS texels. The adapter writes out
// one copy per input: what a fetch needs is then a constant.
vec4 BUFFERTexel(int texel) {
  return texelFetch(BUFFER, ivec2(texel & ((1 << ROW_BITS) - 1), texel >> ROW_BITS), 0);
}

vec2 BUFFERPair(int pair) {
  vec4 texel = BUFFERTexel(pair >> 1);
  return (pair & 1) == 0 ? texel.xy : texel.zw;
}

float BUFFERElement(int element) {
  return BUFFERTexel(element >> 2)[element & 3];
}

int BUFFERInteger(int element) {
  return int(BUFFERElement(element));
}
