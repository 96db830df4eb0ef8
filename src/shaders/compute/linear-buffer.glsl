// Texel t of a buffer holds its elements 4t … 4t + 3; rows of a texture are 2048 texels. Passes write texel by texel.
vec4 texelAt(sampler2D source, int texel) {
  return texelFetch(source, ivec2(texel & 2047, texel >> 11), 0);
}

vec2 pairAt(sampler2D source, int pair) {
  vec4 texel = texelAt(source, pair >> 1);
  return (pair & 1) == 0 ? texel.xy : texel.zw;
}

float elementAt(sampler2D source, int element) {
  return texelAt(source, element >> 2)[element & 3];
}

int integerAt(sampler2D source, int element) {
  return int(elementAt(source, element));
}

int outputTexel() {
  return (int(gl_FragCoord.y) << 11) + int(gl_FragCoord.x);
}
