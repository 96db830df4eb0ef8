// Vertex shader: WebGL2 has no atomics, but it blends. A point becomes a square of 4 × 4 nodes on the grid.
flat out ivec2 firstNode;
flat out vec4 weightsX;
flat out vec4 weightsY;

void main() {
  vec2 u = gridCoordinate(positionsPair(gl_VertexID));
  vec2 corner = floor(u);
  firstNode = ivec2(corner) - 1;
  weightsX = splineWeights(u.x - corner.x);
  weightsY = splineWeights(u.y - corner.y);
  gl_PointSize = 4.0;
  gl_Position = vec4(2.0 * (corner + 1.0) / float(uGridSize) - 1.0, 0.0, 1.0);
}
