/** What a map shows: the layout point at the middle of the viewport, and the zoom. The y axis points up. */
export interface View {
  /** Layout units. */
  readonly x: number;
  /** Layout units. */
  readonly y: number;
  /** CSS pixels per layout unit. */
  readonly scale: number;
}

/** Size of the drawing area, CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What lies over the edges of the drawing area, CSS pixels: a fitting view stays clear of it. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** An axis-aligned box, layout units. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Smallest and largest scale a view may have. */
export interface ZoomLimits {
  readonly min: number;
  readonly max: number;
}

/** Screen position (CSS pixels from the top left corner) of a layout point. */
export function toScreen(view: View, viewport: Viewport, x: number, y: number): { xPx: number; yPx: number } {
  return { xPx: viewport.width / 2 + (x - view.x) * view.scale, yPx: viewport.height / 2 - (y - view.y) * view.scale };
}

/** Layout point under a screen position; the inverse of {@link toScreen}. */
export function toLayout(view: View, viewport: Viewport, xPx: number, yPx: number): { x: number; y: number } {
  return { x: view.x + (xPx - viewport.width / 2) / view.scale, y: view.y - (yPx - viewport.height / 2) / view.scale };
}

/** The view after dragging the content by so many CSS pixels. */
export function panned(view: View, dxPx: number, dyPx: number): View {
  return { ...view, x: view.x - dxPx / view.scale, y: view.y + dyPx / view.scale };
}

/** The view zoomed by `factor` with the layout point under (xPx, yPx) held in place. */
export function zoomedAt(view: View, viewport: Viewport, xPx: number, yPx: number, factor: number, limits: ZoomLimits): View {
  const scale = Math.min(limits.max, Math.max(limits.min, view.scale * factor));
  const anchor = toLayout(view, viewport, xPx, yPx);
  return {
    x: anchor.x - (xPx - viewport.width / 2) / scale,
    y: anchor.y + (yPx - viewport.height / 2) / scale,
    scale,
  };
}

/** The view that shows `bounds` whole within the insets, with at least `paddingPx` around it, never closer than `maxScale`. A single point is shown at that scale, or at 1. */
export function fitted(bounds: Bounds, viewport: Viewport, paddingPx: number, insets = NO_INSETS, maxScale = Infinity): View {
  const width = Math.max(1, viewport.width - insets.left - insets.right - 2 * paddingPx);
  const height = Math.max(1, viewport.height - insets.top - insets.bottom - 2 * paddingPx);
  const fitting = Math.min(width / (bounds.maxX - bounds.minX), height / (bounds.maxY - bounds.minY));
  // A box without extent divides by zero; one of denormal extent leaves the range of float32 on the GPU.
  const scale = Math.min(maxScale, fitting < 1e12 ? fitting : maxScale < Infinity ? maxScale : 1);
  return {
    x: (bounds.minX + bounds.maxX) / 2 + (insets.right - insets.left) / 2 / scale,
    y: (bounds.minY + bounds.maxY) / 2 + (insets.top - insets.bottom) / 2 / scale,
    scale,
  };
}

/** The view nearest to `view` that has all of `bounds` in sight: zoomed out and shifted no more than that takes. */
export function containing(view: View, bounds: Bounds, viewport: Viewport): View {
  const scale = Math.min(view.scale, fitted(bounds, viewport, 0).scale);
  const reachX = viewport.width / 2 / scale;
  const reachY = viewport.height / 2 / scale;
  const x = Math.min(Math.max(view.x, bounds.maxX - reachX), bounds.minX + reachX);
  const y = Math.min(Math.max(view.y, bounds.maxY - reachY), bounds.minY + reachY);
  return x === view.x && y === view.y && scale === view.scale ? view : { x, y, scale };
}

/** Cubic ease-in-out on 0 … 1. */
export function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

/**
 * The view a share `t` (0 … 1) of the way from `a` to `b`. The zoom is geometric and one screen point stays fixed,
 * so the content grows evenly instead of sweeping past; at equal scales it is a straight pan.
 */
export function interpolateViews(a: View, b: View, t: number): View {
  const scale = a.scale * (b.scale / a.scale) ** t;
  const span = 1 / b.scale - 1 / a.scale;
  const share = Math.abs(span) * a.scale < 1e-6 ? t : (1 / scale - 1 / a.scale) / span;
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, scale };
}

/** Bounds of positions row-major [n, 2], of the points listed in `ids` or of all; null where there are none. */
export function boundsOf(positions: Float32Array, ids?: ArrayLike<number>): Bounds | null {
  const count = ids ? ids.length : positions.length >> 1;
  if (count === 0) return null;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < count; i++) {
    const at = 2 * (ids ? ids[i] : i);
    const x = positions[at];
    const y = positions[at + 1];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}
