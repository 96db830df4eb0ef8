// A rectangle of whole pixels.
precision highp float;

attribute vec2 corner; // 0 or 1

uniform vec4 box;      // left, bottom, right, top in clip space

void main() {
  gl_Position = vec4(mix(box.xy, box.zw, corner), 0.0, 1.0);
}
