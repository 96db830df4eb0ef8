// Four columns a texel. Where a row of vectors is whole texels, its parts are read four components at a time.
float distanceBetween(int row, int column) {
  int a = (uFirstRow + row) * uDimensions;
  int b = column * uDimensions;
  float sum = 0.0;
  for (int d = 0; d < uDimensions; d++) {
    float difference = vectorsElement(a + d) - vectorsElement(b + d);
    sum += difference * difference;
  }
  return sum;
}

vec4 distancesInRow(int row, int column) {
  int parts = uDimensions >> 2;
  int a = (uFirstRow + row) * parts;
  int b = column * parts;
  vec4 sum = vec4(0.0);
  for (int d = 0; d < parts; d++) {
    vec4 here = vectorsTexel(a + d);
    vec4 p = here - vectorsTexel(b + d);
    vec4 q = here - vectorsTexel(b + parts + d);
    vec4 r = here - vectorsTexel(b + 2 * parts + d);
    vec4 s = here - vectorsTexel(b + 3 * parts + d);
    sum += vec4(dot(p, p), dot(q, q), dot(r, r), dot(s, s));
  }
  return sum;
}

void main() {
  int element = 4 * outputTexel();
  int row = element / uPoints;
  int column = element - row * uPoints;
  if ((uDimensions & 3) == 0 && column + 4 <= uPoints) {
    setOutput(distancesInRow(row, column));
    return;
  }
  vec4 distances = vec4(0.0);
  for (int i = 0; i < 4; i++) {
    if (row < uRows) distances[i] = distanceBetween(row, column);
    column++;
    if (column == uPoints) {
      column = 0;
      row++;
    }
  }
  setOutput(distances);
}
