// Four chunks a texel.
float sumOf(int chunk) {
  int start = chunk * uChunk;
  int end = min(start + uChunk, uLength);
  float sum = 0.0;
  for (int i = start; i < end; i++) sum += valuesElement(i);
  return sum;
}

void main() {
  int chunk = 4 * outputTexel();
  setOutput(vec4(sumOf(chunk), sumOf(chunk + 1), sumOf(chunk + 2), sumOf(chunk + 3)));
}
