#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float; // segments may be far longer than the screen
#else
precision mediump float;
#endif

uniform vec4 color;     // premultiplied
uniform float widthPx;  // device pixels
uniform vec2 headPx;    // length and half the width of the arrow head; none: 0

varying vec2 place;

void main() {
  float halfWidth = place.x < headPx.x ? headPx.y * place.x / headPx.x : 0.5 * widthPx;
  gl_FragColor = color * clamp(halfWidth + 0.5 - abs(place.y), 0.0, min(1.0, 2.0 * halfWidth));
}
