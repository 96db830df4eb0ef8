/** Rows kept ready above and below those in sight. */
const SPARE_ROWS = 6;

/** Rows from … to − 1 of a long list of equally high rows that deserve elements. */
export interface RowWindow {
  from: number;
  to: number;
}

/** What of `rows` rows is in sight, with some to spare, in a box of `heightPx` that is scrolled by `scrollTopPx`. */
export function rowWindow(rows: number, rowPx: number, scrollTopPx: number, heightPx: number): RowWindow {
  const first = Math.floor(scrollTopPx / rowPx);
  const from = Math.max(0, Math.min(first, rows) - SPARE_ROWS);
  return { from, to: Math.min(rows, first + Math.ceil(heightPx / rowPx) + 1 + SPARE_ROWS) };
}

/** Where to scroll a box so that `row` is in sight, moving as little as may be. */
export function scrollToRow(row: number, rowPx: number, scrollTopPx: number, heightPx: number): number {
  const top = row * rowPx;
  if (top < scrollTopPx) return top;
  return Math.max(scrollTopPx, top + rowPx - heightPx);
}
