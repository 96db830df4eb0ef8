/** A size, CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A drawer that takes less of the width stands beside the map, a wider one below it. */
const WIDE = 0.6;

/**
 * What a drawer at the right or at the bottom leaves of a map, from the map's top left corner; all of it where (x, y)
 * lies under the drawer, or where there is none.
 */
export function freeBox(x: number, y: number, map: DOMRectReadOnly, drawer: DOMRectReadOnly | null): Size {
  const { width, height } = map;
  if (!drawer) return { width, height };
  const free = drawer.width < WIDE * width ? { width: drawer.left - map.left, height } : { width, height: drawer.top - map.top };
  return x < free.width && y < free.height ? free : { width, height };
}

/** Between the card and the pointer, and between the card and the edge, CSS pixels. */
const POINTER_GAP = 14;
const EDGE_GAP = 8;

/**
 * Where a card goes beside a point at (x, y): right, left, below or above it, whichever side holds it whole, first come first taken;
 * else the side with the most room, cut to it. It never leaves the box and never covers the point.
 */
export function placeCard(x: number, y: number, card: Size, box: Size): { left: number; top: number; maxHeight: number } {
  const clampX = (left: number) => Math.max(EDGE_GAP, Math.min(left, box.width - card.width - EDGE_GAP));
  const clampY = (top: number) => Math.max(EDGE_GAP, Math.min(top, box.height - card.height - EDGE_GAP));
  const whole = box.height - 2 * EDGE_GAP;
  const right = x + POINTER_GAP;
  if (right + card.width + EDGE_GAP <= box.width) return { left: right, top: clampY(y - EDGE_GAP), maxHeight: whole };
  const left = x - POINTER_GAP - card.width;
  if (left >= EDGE_GAP) return { left, top: clampY(y - EDGE_GAP), maxHeight: whole };
  const below = box.height - y - POINTER_GAP - EDGE_GAP;
  const above = y - POINTER_GAP - EDGE_GAP;
  if (card.height <= below || below >= above) return { left: clampX(x - card.width / 2), top: y + POINTER_GAP, maxHeight: Math.max(0, below) };
  const height = Math.min(card.height, above);
  return { left: clampX(x - card.width / 2), top: y - POINTER_GAP - height, maxHeight: Math.max(0, above) };
}
