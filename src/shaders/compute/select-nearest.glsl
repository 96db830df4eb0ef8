// One pass finds the next four of every row, beyond the last it has in the order (distance, column).
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

void main() {
  int texel = outputTexel();
  int list = texel / uRows;
  int row = texel - list * uRows;
  if (list < uPass) {
    setOutput(texelAt(found, texel));
    return;
  }
  if (list > uPass) {
    setOutput(vec4(0.0));
    return;
  }
  int base = row * uPoints;
  int own = uFirstRow + row;
  float bound = -LARGEST;
  int boundColumn = -1;
  if (uPass > 0) {
    boundColumn = int(texelAt(found, texel - uRows).w);
    bound = elementAt(distances, base + boundColumn);
  }
  int end = base + uPoints;
  for (int t = base >> 2; 4 * t < end; t++) {
    vec4 four = texelAt(distances, t);
    if (all(greaterThanEqual(four, vec4(best.w))) || all(lessThan(four, vec4(bound)))) continue;
    for (int i = 0; i < 4; i++) {
      int column = 4 * t + i - base;
      bool beyond = four[i] > bound || (four[i] == bound && column > boundColumn);
      if (beyond && column >= 0 && column < uPoints && column != own) insert(four[i], column);
    }
  }
  setOutput(vec4(columns));
}
