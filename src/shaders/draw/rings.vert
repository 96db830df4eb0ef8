// The ring around a selected point.
precision highp float;

attribute vec2 position; // layout units

uniform vec2 center, centerRemainder, scale;
uniform mediump float sizePx; // device pixels; shared with the fragment shader

void main() {
  gl_Position = vec4(((position - center) - centerRemainder) * scale, 0.0, 1.0);
  gl_PointSize = sizePx;
}
