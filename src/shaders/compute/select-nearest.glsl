// One pass finds the next four of every row, beyond the last it has in the order (distance, column).
// `minima` are of `select-nearest-minima`;
// `found` has one texel per four found: texel pass · rows + row. The output is `found` with one more list.
const float LARGEST = 3.402823e38;
vec4 best = vec4(LARGEST);
ivec4 columns = ivec4(0);

void insert(float distance, int column) {
  if (distance >= best.w) return;
  if (distance < best.x) {
    best = vec4(distance, best.xyz);
    columns = ivec4(column, columns.xyz);
  } else if (distance < best.y) {
    best = vec4(best.x, distance, best.yz);
    columns = ivec4(columns.x, column, columns.yz);
  } else if (distance < best.z) {
    best = vec4(best.xy, distance, best.z);
    columns = ivec4(columns.xy, column, columns.z);
  } else {
    best.w = distance;
    columns.w = column;
  }
}

void searchChunk(int row, int chunk, float bound, int boundColumn) {
  int base = row * uPoints;
  int first = (base >> 2) + 4 * chunk;
  for (int t = first; t < first + 4; t++) {
    vec4 four = distancesTexel(t);
    if (all(greaterThanEqual(four, vec4(best.w)))) continue;
    for (int i = 0; i < 4; i++) {
      int column = 4 * t + i - base;
      bool beyond = four[i] > bound || (four[i] == bound && column > boundColumn);
      if (beyond && column >= 0 && column < uPoints && column != uFirstRow + row) insert(four[i], column);
    }
  }
}

void main() {
  int texel = outputTexel();
  int list = texel / uRows;
  int row = texel - list * uRows;
  if (list < uPass) {
    setOutput(foundTexel(texel));
    return;
  }
  if (list > uPass) {
    setOutput(vec4(0.0));
    return;
  }
  float bound = -LARGEST;
  int boundColumn = -1;
  if (uPass > 0) {
    boundColumn = int(foundTexel(texel - uRows).w);
    bound = distancesElement(row * uPoints + boundColumn);
  }
  // A chunk whose least distance is too far is not looked into: few are.
  for (int group = 0; 4 * group < uStride; group++) {
    vec4 least = minimaTexel((row * uStride >> 2) + group);
    if (all(greaterThanEqual(least, vec4(best.w)))) continue;
    for (int c = 0; c < 4; c++) {
      if (least[c] < best.w) searchChunk(row, 4 * group + c, bound, boundColumn);
    }
  }
  setOutput(vec4(columns));
}
