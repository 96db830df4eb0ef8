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

/**
 * What panels cover of a map along its top and bottom edges, where they take most of its width; nothing where they stand
 * at its side. A fitting view stays clear of it.
 */
export function coveredInsets(map: ScreenBox, above: readonly ScreenBox[], below: readonly ScreenBox[]): Insets {
  const width = map.right - map.left;
  const height = map.bottom - map.top;
  const shown = (boxes: readonly ScreenBox[]) => boxes.filter((box) => box.right > box.left && box.bottom > box.top);
  const wide = (boxes: readonly ScreenBox[]) => boxes.reduce((sum, box) => sum + box.right - box.left, 0) > WIDE * width;
  const top = shown(above);
  const bottom = shown(below);
  return {
    ...NO_INSETS,
    top: wide(top) ? Math.min(MOST / 2 * height, Math.max(...top.map((box) => box.bottom)) - map.top) : 0,
    bottom: wide(bottom) ? Math.min(MOST * height, map.bottom - Math.min(...bottom.map((box) => box.top))) : 0,
  };
}
