// Four points a texel: each one's row's part of the divergence.
float divergenceOf(int point) {
  if (point >= uPoints) return 0.0;
  vec2 here = positionsPair(point);
  int end = rowOffsetsInteger(point + 1);
  float sum = 0.0;
  for (int edge = rowOffsetsInteger(point); edge < end; edge++) {
    vec2 toHere = here - positionsPair(columnsInteger(edge));
    sum += weightsElement(edge) * log(1.0 + dot(toHere, toHere));
  }
  return sum;
}

void main() {
  int point = 4 * outputTexel();
  setOutput(vec4(divergenceOf(point), divergenceOf(point + 1), divergenceOf(point + 2), divergenceOf(point + 3)));
}
