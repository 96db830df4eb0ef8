// A corner of the rectangle along a segment: its width stays the same at every zoom.
precision highp float;

attribute vec2 from, to; // layout units
attribute vec2 corner;   // 0 or 1 along the segment, -1 or 1 across

uniform vec2 center, centerRemainder, scale; // as of points
uniform vec2 halfSizePx;                     // half the canvas, device pixels
uniform float reachPx;                       // half the width of the rectangle, device pixels

varying vec2 place; // device pixels: back from the end, across

void main() {
  vec2 a = ((from - center) - centerRemainder) * scale * halfSizePx;
  vec2 b = ((to - center) - centerRemainder) * scale * halfSizePx;
  float lengthPx = max(length(b - a), 1e-6);
  vec2 along = (b - a) / lengthPx;
  vec2 at = mix(a, b, corner.x) + vec2(-along.y, along.x) * corner.y * reachPx;
  gl_Position = vec4(at / halfSizePx, 0.0, 1.0);
  place = vec2((1.0 - corner.x) * lengthPx, corner.y * reachPx);
}
