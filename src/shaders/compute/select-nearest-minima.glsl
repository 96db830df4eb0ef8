// The least distance of every chunk of four texels of a row, +∞ behind its end. A row has `uStride` chunks, whole texels.
const float LARGEST = 3.402823e38;

float leastOf(int row, int chunk) {
  int base = row * uPoints;
  int own = base + uFirstRow + row;
  int end = base + uPoints;
  float least = LARGEST;
  int first = (base >> 2) + 4 * chunk;
  for (int t = first; t < first + 4 && 4 * t < end; t++) {
    vec4 four = distancesTexel(t);
    ivec4 element = 4 * t + ivec4(0, 1, 2, 3);
    bvec4 outside = bvec4(vec4(lessThan(element, ivec4(base))) + vec4(greaterThanEqual(element, ivec4(end))) + vec4(equal(element, ivec4(own))));
    four = mix(four, vec4(LARGEST), outside);
    least = min(least, min(min(four.x, four.y), min(four.z, four.w)));
  }
  return least;
}

void main() {
  int element = 4 * outputTexel();
  int row = element / uStride;
  int chunk = element - row * uStride;
  setOutput(vec4(leastOf(row, chunk), leastOf(row, chunk + 1), leastOf(row, chunk + 2), leastOf(row, chunk + 3)));
}
