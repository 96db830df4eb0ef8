/** The first place of ascending values that is not below `value`. */
export function lowerBound(values: ArrayLike<number>, value: number): number {
  return firstPlace(values.length, (place) => values[place] >= value);
}

/** The first place of ascending values that is above `value`. */
export function upperBound(values: ArrayLike<number>, value: number): number {
  return firstPlace(values.length, (place) => values[place] > value);
}

/** The first of `length` places that passes; all behind it pass as well. */
function firstPlace(length: number, passes: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
