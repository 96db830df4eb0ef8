import type { ScreenBox } from './covered-area';

/** A drawer that takes more than this share of the map's width is a sheet from below. */
const SHEET = 0.6;

/** Room kept to every edge, CSS pixels. */
const MARGIN_PX = 24;

/** What of a map its drawer leaves in sight, CSS pixels from the map's top left corner. */
export function freeArea(map: ScreenBox, drawer: ScreenBox | null): ScreenBox {
  const width = map.right - map.left;
  const height = map.bottom - map.top;
  const area = { left: MARGIN_PX, top: MARGIN_PX, right: width - MARGIN_PX, bottom: height - MARGIN_PX };
  if (!drawer || drawer.right <= drawer.left) return area;
  if (drawer.right - drawer.left > SHEET * width) return { ...area, bottom: drawer.top - map.top - MARGIN_PX };
  return { ...area, right: drawer.left - map.left - MARGIN_PX };
}
