precision mediump float;

varying vec4 tint;

#ifdef VARIED
varying vec3 disc;

void main() {
  float radius = length(gl_PointCoord - 0.5) * disc.x;
  gl_FragColor = tint * clamp(disc.y - radius, 0.0, 1.0) * clamp(radius - disc.z + 0.5, 0.0, 1.0);
}
#else
uniform float diameterPx;

void main() {
  float radius = length(gl_PointCoord - 0.5) * (diameterPx + 1.0);
  gl_FragColor = tint * clamp(0.5 * diameterPx + 0.5 - radius, 0.0, 1.0);
}
#endif
