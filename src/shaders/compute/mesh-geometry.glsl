// See `kernels/mesh-geometry`.
vec2 gridCoordinate(vec2 position) {
  float size = float(uGridSize);
  return clamp((position - vec2(uCenterX, uCenterY)) / uSpacing + 0.5 * size, vec2(0.25 * size + 1.0), vec2(0.75 * size - 3.0));
}

vec4 splineWeights(float t) {
  float s = 1.0 - t;
  return vec4(s * s * s, 4.0 + t * t * (3.0 * t - 6.0), 4.0 + s * s * (3.0 * s - 6.0), t * t * t) / 6.0;
}
