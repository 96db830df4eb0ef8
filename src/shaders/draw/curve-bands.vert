// A corner of the area between two curves.
precision highp float;

attribute vec2 position; // device pixels from the top left corner

uniform vec2 sizePx;     // of the picture

void main() {
  gl_Position = vec4(2.0 * position.x / sizePx.x - 1.0, 1.0 - 2.0 * position.y / sizePx.y, 0.0, 1.0);
}
