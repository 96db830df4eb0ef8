// One point: position and colour. The centre of the view comes as a float32 and its remainder,
// so that deep zooms do not jitter.
precision highp float;

attribute vec2 position; // layout units
attribute vec4 color;    // straight; alpha dims the unselected

uniform vec2 center, centerRemainder; // layout units
uniform vec2 scale;                   // layout units to clip space
uniform mediump float sizePx; // device pixels; shared with the fragment shader
uniform float opacity;         // 0 … 1

varying vec4 tint;

void main() {
  gl_Position = vec4(((position - center) - centerRemainder) * scale, 0.0, 1.0);
  gl_PointSize = sizePx;
  float alpha = color.a * opacity;
  tint = vec4(color.rgb * alpha, alpha);
}
