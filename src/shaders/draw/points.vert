// One point: position, colour and look. The centre of the view comes as a float32 and its remainder,
// so that deep zooms do not jitter. VARIED: points of several sizes, or open rings among them; without them a
// software GPU takes two thirds of the time.
precision highp float;

attribute vec2 position; // layout units
attribute vec4 look;     // colour; in the last byte size level (bits 0-4), hollow (5), dim (6)

uniform vec2 center, centerRemainder; // layout units
uniform vec2 scale;                   // layout units to clip space
uniform mediump float diameterPx;     // device pixels, of a point of size 1
uniform float opacity, dimmed;        // 0 … 1; what dimming leaves of the opacity

varying vec4 tint; // premultiplied
#ifdef VARIED
varying vec3 disc; // device pixels: width of the square, radii to the faded edge and to the hole, if any
#endif

void main() {
  gl_Position = vec4(((position - center) - centerRemainder) * scale, 0.0, 1.0);
  float flags = floor(look.a * 255.0 + 0.5);
  float dim = step(64.0, flags);
  float alpha = opacity * mix(1.0, dimmed, dim);
  tint = vec4(look.rgb * alpha, alpha);
  // One pixel more than the disc: its edge fades over it.
#ifdef VARIED
  flags -= 64.0 * dim;
  float hollow = step(32.0, flags);
  float diameter = diameterPx * (0.5 + (flags - 32.0 * hollow) / 12.0);
  gl_PointSize = diameter + 1.0;
  disc = vec3(diameter + 1.0, 0.5 * diameter + 0.5, mix(-1.0, 0.5 * diameter - max(1.0, 0.2 * diameter), hollow));
#else
  gl_PointSize = diameterPx + 1.0;
#endif
}
