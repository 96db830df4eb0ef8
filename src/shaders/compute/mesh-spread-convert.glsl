// The grid of `mesh-spread`, one node a texel, as a linear buffer.
void main() {
  int element = 4 * outputTexel();
  int row = element / uGridSize;
  int column = element - row * uGridSize;
  setOutput(vec4(
    texelFetch(grid, ivec2(column, row), 0).r, texelFetch(grid, ivec2(column + 1, row), 0).r,
    texelFetch(grid, ivec2(column + 2, row), 0).r, texelFetch(grid, ivec2(column + 3, row), 0).r));
}
