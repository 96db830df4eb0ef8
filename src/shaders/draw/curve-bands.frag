precision mediump float;

uniform vec4 color; // premultiplied

void main() {
  gl_FragColor = color;
}
