// The ring around a selected point.
precision highp float;

attribute vec3 ring; // layout units; relative diameter of its point

uniform vec2 center, centerRemainder, scale;
uniform float diameterPx, marginPx; // device pixels

varying float squarePx;

void main() {
  gl_Position = vec4(((ring.xy - center) - centerRemainder) * scale, 0.0, 1.0);
  squarePx = diameterPx * ring.z + marginPx;
  gl_PointSize = squarePx;
}
