/** A box on the screen, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a label stands to its place. */
export type LabelSide = 'right' | 'left' | 'above' | 'below' | 'middle';

/** A label that would like to be seen. */
export interface LabelWish {
  /** The place it names, CSS pixels. */
  readonly xPx: number;
  readonly yPx: number;
  /** Size of its text. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Clear of the place, from its middle to the edge of the text. */
  readonly offsetPx: number;
  /** Sides to try, the best first. */
  readonly sides: readonly LabelSide[];
  /** What it says; the same is not said twice within {@link LabelRoom.repeatPx}. */
  readonly name?: string;
  /** Stands where it stood before as long as it fits, even partly out of sight. */
  readonly kept?: LabelSide | null;
  /** Is seen in any case, over others if it must. */
  readonly forced?: boolean;
}

/** A label that has found room. */
export interface PlacedLabel<Wish extends LabelWish = LabelWish> {
  readonly wish: Wish;
  readonly side: LabelSide;
  readonly box: Box;
}

/** What limits the labels. */
export interface LabelRoom {
  /** The drawing area, CSS pixels from the top left corner. */
  readonly width: number;
  readonly height: number;
  /** Free space around a label, CSS pixels. */
  readonly gapPx: number;
  /** Least distance between the places of two labels of one name, CSS pixels. Default: 0. */
  readonly repeatPx?: number;
  /** Labels at most, those that were there included; forced ones always. */
  readonly max: number;
}

/**
 * Gives labels room in the order given: each takes the first of its sides on which it lies in sight and clear of those
 * before it, or is left out. A few hundred boxes are compared one by one; an index would cost more than it saves.
 *
 * @param taken placed before; they stand in the way and are not changed.
 */
export function placeLabels<Wish extends LabelWish>(wishes: readonly Wish[], { width, height, gapPx, max, repeatPx = 0 }: LabelRoom, taken: readonly PlacedLabel[] = []): PlacedLabel<Wish>[] {
  const boxes = taken.map(({ box }) => box);
  const placed: PlacedLabel<Wish>[] = [];
  const named = new Map<string, { xPx: number; yPx: number }[]>();
  for (const { wish } of taken) remember(wish);
  const clear = (box: Box) => !boxes.some((other) => box.left < other.right + gapPx && other.left < box.right + gapPx && box.top < other.bottom + gapPx && other.top < box.bottom + gapPx);
  const inSight = (box: Box) => box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
  for (const wish of wishes) {
    if (!wish.forced && (placed.length >= max || repeats(wish))) continue;
    const side = freeSide(wish);
    if (!side) continue;
    const box = boxOf(wish, side);
    boxes.push(box);
    remember(wish);
    placed.push({ wish, side, box });
  }
  return placed;

  function repeats({ name, xPx, yPx }: LabelWish): boolean {
    return name !== undefined && (named.get(name)?.some((other) => Math.hypot(other.xPx - xPx, other.yPx - yPx) < repeatPx) ?? false);
  }

  function remember({ name, xPx, yPx }: LabelWish): void {
    if (name === undefined) return;
    const places = named.get(name);
    if (places) places.push({ xPx, yPx });
    else named.set(name, [{ xPx, yPx }]);
  }

  function freeSide(wish: Wish): LabelSide | null {
    if (wish.kept && clear(boxOf(wish, wish.kept))) return wish.kept;
    for (const side of wish.sides) {
      const box = boxOf(wish, side);
      if (inSight(box) && clear(box)) return side;
    }
    return wish.forced ? (wish.kept ?? wish.sides.find((side) => inSight(boxOf(wish, side))) ?? wish.sides[0]) : null;
  }
}

function boxOf({ xPx, yPx, widthPx, heightPx, offsetPx }: LabelWish, side: LabelSide): Box {
  const left = side === 'right' ? xPx + offsetPx : side === 'left' ? xPx - offsetPx - widthPx : xPx - widthPx / 2;
  const top = side === 'below' ? yPx + offsetPx : side === 'above' ? yPx - offsetPx - heightPx : yPx - heightPx / 2;
  return { left, top, right: left + widthPx, bottom: top + heightPx };
}
