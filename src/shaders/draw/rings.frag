precision mediump float;

uniform vec3 color;
uniform float strokePx; // device pixels

varying float squarePx;

void main() {
  float radius = length(gl_PointCoord - 0.5) * squarePx;
  float outer = 0.5 * squarePx - 1.0;
  float alpha = clamp(outer - radius + 0.5, 0.0, 1.0) * clamp(radius - (outer - strokePx) + 0.5, 0.0, 1.0);
  gl_FragColor = vec4(color * alpha, alpha);
}
