// The lists of `select-nearest`, four found a texel and list by list, as rows of k.
void main() {
  vec4 four = vec4(0.0);
  for (int i = 0; i < 4; i++) {
    int element = 4 * outputTexel() + i;
    int row = element / uK;
    int rank = element - row * uK;
    if (row < uRows) four[i] = foundTexel((rank >> 2) * uRows + row)[rank & 3];
  }
  setOutput(four);
}
