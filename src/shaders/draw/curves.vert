// A corner of the rectangle around a piece of a curve, with room for its round ends.
precision highp float;

attribute vec2 from, to;  // device pixels from the top left corner
attribute vec2 corner;    // 0 or 1 along the piece, -1 or 1 across
attribute float start;    // length of the curve up to `from`, device pixels

uniform vec2 sizePx;      // of the picture
uniform float reachPx;    // half the width of the rectangle

varying vec2 place;       // device pixels: along the piece, across
varying float lengthPx, startPx;

void main() {
  vec2 way = to - from;
  lengthPx = length(way);
  vec2 along = lengthPx > 1e-4 ? way / lengthPx : vec2(1.0, 0.0);
  place = vec2(corner.x * lengthPx + (2.0 * corner.x - 1.0) * reachPx, corner.y * reachPx);
  startPx = start;
  vec2 at = from + along * place.x + vec2(-along.y, along.x) * place.y;
  gl_Position = vec4(2.0 * at.x / sizePx.x - 1.0, 1.0 - 2.0 * at.y / sizePx.y, 0.0, 1.0);
}
