/** Look of all points at one zoom. */
export interface PointStyle {
  /** CSS pixels. */
  diameterPx: number;
  /** 0 … 1. */
  opacity: number;
}

/** Share of its bounding box that a typical layout fills. */
const FILL = 0.6;

/** What muting leaves of the opacity; never less than a trace. */
const MUTED = 0.35;
const TRACE = 0.06;

/**
 * Size and opacity of `count` points spread over a box of `areaPx` CSS pixels²: 2–4 px by the space a point has,
 * and the more transparent the more of them lie over each other, so that density stays visible instead of a blob.
 */
export function pointStyle(count: number, areaPx: number): PointStyle {
  if (count === 0) return { diameterPx: 4, opacity: 1 };
  const roomPx = Math.sqrt((FILL * Math.max(1, areaPx)) / count);
  const diameterPx = Math.min(4, Math.max(2, 1 + 0.4 * roomPx));
  const layers = (count * Math.PI * diameterPx ** 2) / 4 / (FILL * Math.max(1, areaPx));
  return { diameterPx, opacity: Math.min(0.92, Math.max(0.08, 1 / (1 + 0.75 * layers))) };
}

/** The look of muted points where those not muted would look like `style`: faint, never gone. */
export function mutedStyle({ diameterPx, opacity }: PointStyle): PointStyle {
  return { diameterPx, opacity: Math.max(TRACE, MUTED * opacity) };
}
