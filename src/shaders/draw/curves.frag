#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float; // a curve with many spikes is long
#else
precision mediump float;
#endif

uniform vec4 color;    // premultiplied
uniform float widthPx; // device pixels
uniform vec2 dashPx;   // drawn, left out; a whole line: 0 left out

varying vec2 place;
varying float lengthPx, startPx;

void main() {
  float along = clamp(place.x, 0.0, lengthPx);
  float beyond = 0.5 * widthPx + 0.5 - distance(place, vec2(along, 0.0));
  float shown = dashPx.y > 0.0 ? clamp(dashPx.x + 0.5 - mod(startPx + along, dashPx.x + dashPx.y), 0.0, 1.0) : 1.0;
  gl_FragColor = color * clamp(beyond, 0.0, min(1.0, widthPx)) * shown;
}
