// A row's candidates by slot: its list, its sampled neighbours, and theirs. For a fresh neighbour these are all of its
// table's row, for an old one the fresh. Slots come in fours, a texel each, and never cross a list or a row of the table.
int slotCount() {
  int width = uFresh + uOld;
  return uLength + width + uFresh * width + uOld * uFresh;
}

// Codes 2 · neighbour + fresh of slots 4 · group …; negative where there is no candidate.
ivec4 candidatesOf(int row, int group) {
  if (4 * group < uLength) return ivec4(listsTexel((row * uLength >> 2) + group));
  int width = uFresh + uOld;
  int own = uFirstRow + row;
  int slot = 4 * group - uLength;
  if (slot < width) return 2 * ivec4(tableTexel((own * width + slot) >> 2)) + 1;
  slot -= width;
  int through;
  if (slot < uFresh * width) {
    int a = slot / width;
    through = tableInteger(own * width + a);
    slot -= a * width;
  } else {
    slot -= uFresh * width;
    int a = slot / uFresh;
    through = tableInteger(own * width + uFresh + a);
    slot -= a * uFresh;
  }
  return through < 0 ? ivec4(-1) : 2 * ivec4(tableTexel((through * width + slot) >> 2)) + 1;
}
