/** A level stays until the zoom is so many levels from it: regions do not change back and forth at a border. */
const STAY = 0.7;

/** Levels past the finest until there are no regions any more: one of them fills the view. */
const BEYOND = 3;

/** Bandwidth that suits a view, CSS pixels: about so many times smaller than its shorter side. */
const BANDWIDTHS_ACROSS = 60;
const MIN_BANDWIDTH_PX = 8;
const MAX_BANDWIDTH_PX = 14;

/**
 * The level of regions that suits a zoom: the one whose bandwidth on the screen is nearest to a sixtieth of the shorter side.
 *
 * @param bandwidths of all levels, layout units, falling.
 * @param scale CSS pixels per layout unit.
 * @param sidePx the shorter side of the view.
 * @param current the level on show, −1 for none.
 * @returns −1 where no level suits.
 */
export function regionLevelAt(bandwidths: readonly number[], scale: number, sidePx: number, current: number): number {
  if (bandwidths.length === 0) return -1;
  const wanted = Math.min(MAX_BANDWIDTH_PX, Math.max(MIN_BANDWIDTH_PX, sidePx / BANDWIDTHS_ACROSS));
  const step = bandwidths.length > 1 ? Math.log(bandwidths[0] / bandwidths[1]) : 1;
  const exact = Math.log((bandwidths[0] * scale) / wanted) / step;
  const last = bandwidths.length - 1;
  if (exact > last + BEYOND + (current === last ? STAY : 0)) return -1;
  const clamped = Math.min(last, Math.max(0, exact));
  return current >= 0 && Math.abs(clamped - current) <= STAY ? current : Math.round(clamped);
}
