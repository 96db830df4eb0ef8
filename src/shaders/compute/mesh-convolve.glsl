// Two wave numbers a texel; the right half of the spectrum is the conjugate mirror of the left.
vec2 forceAt(int row, int column) {
  int middle = uGridSize / 2;
  bool mirrored = column > middle;
  int fromRow = mirrored && row > 0 ? uGridSize - row : row;
  int fromColumn = mirrored ? uGridSize - column : column;
  float sign = mirrored ? -1.0 : 1.0;
  vec2 g = spectrumPair(fromRow * uGridSize + fromColumn) * vec2(1.0, sign);
  vec2 entry = tablePair(min(row, uGridSize - row) * (middle + 1) + min(column, uGridSize - column));
  float a = entry.x * sign;
  float b = row > middle ? -entry.y : entry.y;
  return vec2(g.x * b + g.y * a, g.y * b - g.x * a);
}

void main() {
  int element = 2 * outputTexel();
  int row = element / uGridSize;
  int column = element - row * uGridSize;
  setOutput(vec4(forceAt(row, column), forceAt(row, column + 1)));
}
