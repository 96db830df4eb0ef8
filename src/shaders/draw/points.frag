precision mediump float;

uniform float sizePx; // device pixels, one more than the disc's diameter

varying vec4 tint;

void main() {
  float radius = length(gl_PointCoord - 0.5) * sizePx;
  gl_FragColor = tint * clamp(0.5 * sizePx - radius, 0.0, 1.0);
}
