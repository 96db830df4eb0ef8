/** Where the pictures of heads lie, CSS pixels. */
export interface HeadsLayout {
  columns: number;
  /** Edge of a picture. */
  size: number;
  /** Room for labels at the left and on top, and under every picture. */
  left: number;
  top: number;
  caption: number;
  width: number;
  height: number;
}

const SMALLEST = 20;
const LARGEST = 64;
/** Of heads that are sorted by a figure, which stands under them. */
const SORTED = 56;
const GAP = 4;
const CAPTION = 30;
const LABELS = { left: 26, top: 18 };

/** Pictures of all heads in a pane of `width`: a row per layer, or, sorted by a figure, row after row with it underneath. */
export function headsLayout(width: number, layers: number, heads: number, sorted: boolean): HeadsLayout {
  const { left, top, caption, size, columns } = sorted
    ? { left: 0, top: 0, caption: CAPTION, size: SORTED, columns: Math.max(1, Math.min(layers * heads, Math.floor((width + GAP) / (SORTED + GAP)))) }
    : { ...LABELS, caption: 0, size: Math.max(SMALLEST, Math.min(LARGEST, Math.floor((width - LABELS.left + GAP) / heads) - GAP)), columns: heads };
  const rows = Math.ceil((layers * heads) / columns);
  return { columns, size, left, top, caption, width: left + columns * (size + GAP) - GAP, height: top + rows * (size + caption + GAP) - GAP };
}

/** The top left corner of the picture in place `at`. */
export function headPlace({ columns, size, left, top, caption }: HeadsLayout, at: number): { x: number; y: number } {
  return { x: left + (at % columns) * (size + GAP), y: top + Math.floor(at / columns) * (size + caption + GAP) };
}
