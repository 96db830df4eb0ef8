/** The first place of ascending values, from `start` on, that is not below `value`. */
export function lowerBound(values: ArrayLike<number>, value: number, start = 0): number {
  return firstPlace(start, values.length, (place) => values[place] >= value);
}

/** The first place of ascending values that is above `value`. */
export function upperBound(values: ArrayLike<number>, value: number): number {
  return firstPlace(0, values.length, (place) => values[place] > value);
}

/** The first of the places start … end that passes; all behind it pass as well. */
function firstPlace(start: number, end: number, passes: (place: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of ascending values nearest to `value`, the first of equals; −1 without values. */
export function nearestPlace(values: ArrayLike<number>, value: number): number {
  const after = lowerBound(values, value);
  if (after === 0) return values.length > 0 ? 0 : -1;
  if (after === values.length) return lowerBound(values, values[after - 1]);
  return value - values[after - 1] <= values[after] - value ? lowerBound(values, values[after - 1]) : after;
}
