import { NO_INSETS, type Insets } from '../../engine';

/** A box on the screen, CSS pixels; a `DOMRect` is one. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A panel that takes less of the width leaves the map its place beside it. */
const WIDE = 0.6;

/** Panels never take more of the height from the map than this. */
const MOST = 0.5;

/** A layout is about as wide as high, with room for labels at its sides: what is wider than that is to spare. */
const LAYOUT_WIDTH = 1.15;

/**
 * What panels cover of a map along its top and bottom edges, where they take most of its width; where they stand at its
 * left side, their width as far as the map has it to spare; the buttons at its right edge, where it has none to spare.
 * A fitting view stays clear of it.
 */
export function coveredInsets(map: ScreenBox, above: readonly ScreenBox[], below: readonly ScreenBox[], right: readonly ScreenBox[] = []): Insets {
  const width = map.right - map.left;
  const height = map.bottom - map.top;
  const shown = (boxes: readonly ScreenBox[]) => boxes.filter((box) => box.right > box.left && box.bottom > box.top);
  const wide = (boxes: readonly ScreenBox[]) => boxes.reduce((sum, box) => sum + box.right - box.left, 0) > WIDE * width;
  const top = shown(above);
  const bottom = shown(below);
  const spare = Math.max(0, width - LAYOUT_WIDTH * height);
  const edge = shown(right).reduce((most, box) => Math.max(most, map.right - box.left), 0);
  return {
    ...NO_INSETS,
    right: spare < 2 * edge ? Math.min(edge, width / 4) : 0,
    left: bottom.length > 0 && !wide(bottom) ? Math.min(spare, Math.max(...bottom.map((box) => box.right)) - map.left) : 0,
    top: wide(top) ? Math.min(MOST / 2 * height, Math.max(...top.map((box) => box.bottom)) - map.top) : 0,
    bottom: wide(bottom) ? Math.min(MOST * height, map.bottom - Math.min(...bottom.map((box) => box.top))) : 0,
  };
}
