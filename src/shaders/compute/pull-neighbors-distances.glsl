// Squared distances of every row's candidates, four slots a texel; the largest number where there is none.
const float LARGEST = 3.402823e38;

vec4 vectorPart(int row, int part) {
  int block = row / uBlockRows;
  int at = (row - block * uBlockRows) * (uDimensions >> 2) + part;
  if (block == 0) return vectors0Texel(at);
  if (block == 1) return vectors1Texel(at);
  if (block == 2) return vectors2Texel(at);
  return vectors3Texel(at);
}

void main() {
  int texel = outputTexel();
  int groups = slotCount() >> 2;
  int row = texel / groups;
  vec4 distances = vec4(LARGEST);
  if (row < uRows) {
    int own = uFirstRow + row;
    ivec4 candidates = candidatesOf(row, texel - row * groups) >> 1;
    for (int i = 0; i < 4; i++) {
      int candidate = candidates[i];
      if (candidate < 0 || candidate == own) continue;
      float sum = 0.0;
      for (int part = 0; part < uDimensions >> 2; part++) {
        vec4 difference = vectorPart(own, part) - vectorPart(candidate, part);
        sum += dot(difference, difference);
      }
      distances[i] = sum;
    }
  }
  setOutput(distances);
}
