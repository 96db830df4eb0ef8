// The slots that `pull-neighbors` found, list by list, as rows of codes.
void main() {
  int texel = outputTexel();
  int groups = uLength >> 2;
  int row = texel / groups;
  vec4 codes = vec4(-1.0);
  if (row < uRows) {
    ivec4 slots = ivec4(foundTexel((texel - row * groups) * uRows + row));
    for (int i = 0; i < 4; i++) {
      if (slots[i] >= 0) codes[i] = float(candidatesOf(row, slots[i] >> 2)[slots[i] & 3]);
    }
  }
  setOutput(codes);
}
