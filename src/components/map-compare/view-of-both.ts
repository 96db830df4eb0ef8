import { boundsOf, type View, type Viewport } from '../../engine';

/** Share of what is free that the two places may be apart. */
const SHARE = 0.8;

/** Share of a map's height that its panels cover at the bottom. */
const COVERED = 0.35;

/** How much closer than everything in sight a word is looked at, where its places allow. */
const CLOSER = 6;

interface Place {
  x: number;
  y: number;
}

/** Scale at which a whole layout, row-major [n, 2], is in sight, CSS pixels per layout unit. */
export function fittingScale(positions: Float32Array, { width, height }: Viewport): number {
  const bounds = boundsOf(positions);
  const scale = bounds ? Math.min(width / (bounds.maxX - bounds.minX), height / (bounds.maxY - bounds.minY)) : 1;
  return Number.isFinite(scale) ? scale : 1;
}

/**
 * The view in which a word's places in two aligned layouts are both seen, as close as they allow: cameras that go
 * together cannot stand at each place.
 * @param everything Scale at which the whole layout is in sight, CSS pixels per layout unit.
 */
export function viewOfBoth(left: Place, right: Place, { width, height }: Viewport, everything: number): View {
  const free = height * (1 - COVERED);
  const apart = Math.max(Math.abs(left.x - right.x) / width, Math.abs(left.y - right.y) / free);
  const scale = Math.min(CLOSER * everything, SHARE / apart);
  // The middle of what is free lies above that of the map.
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 - (height - free) / 2 / scale, scale };
}
