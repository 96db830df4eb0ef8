// One pass finds the slots of the next four of every row, beyond the last it has in the order (distance, neighbour);
// the same neighbour in two slots counts once, where it comes first.
// `found` has one texel per four found: texel pass · rows + row, −1 behind the last. The output is `found` with one more list.
const float LARGEST = 3.402823e38;
vec4 best = vec4(LARGEST);
ivec4 neighbors = ivec4(-1);
ivec4 slots = ivec4(-1);

void insert(float distance, int neighbor, int slot) {
  int at = 4;
  for (int i = 3; i >= 0; i--) {
    if (best[i] == distance && neighbors[i] == neighbor) return;
    if (best[i] > distance || (best[i] == distance && neighbors[i] > neighbor)) at = i;
  }
  for (int i = 3; i > 0; i--) {
    if (i <= at) break;
    best[i] = best[i - 1];
    neighbors[i] = neighbors[i - 1];
    slots[i] = slots[i - 1];
  }
  if (at > 3) return;
  best[at] = distance;
  neighbors[at] = neighbor;
  slots[at] = slot;
}

void main() {
  int texel = outputTexel();
  int list = texel / uRows;
  int row = texel - list * uRows;
  if (list < uPass) {
    setOutput(foundTexel(texel));
    return;
  }
  int groups = slotCount() >> 2;
  float bound = -1.0;
  int boundNeighbor = -1;
  if (uPass > 0) {
    int slot = int(foundTexel(texel - uRows).w);
    if (slot < 0 || list > uPass) {
      setOutput(vec4(-1.0));
      return;
    }
    bound = distancesElement(4 * row * groups + slot);
    boundNeighbor = candidatesOf(row, slot >> 2)[slot & 3] >> 1;
  }
  for (int group = 0; group < groups; group++) {
    vec4 four = distancesTexel(row * groups + group);
    if (all(greaterThan(four, vec4(best.w)))) continue;
    ivec4 candidates = candidatesOf(row, group) >> 1;
    for (int i = 0; i < 4; i++) {
      bool beyond = four[i] > bound || (four[i] == bound && candidates[i] > boundNeighbor);
      if (beyond && four[i] < LARGEST) insert(four[i], candidates[i], 4 * group + i);
    }
  }
  setOutput(vec4(slots));
}
