/** A segment's element and where it lies. */
interface Placed {
  group: number;
  box: DOMRect;
}

/** Segments looked at from one line to the next. */
const REACH = 4000;

/**
 * The segment on the line above (`direction` −1) or below (+1) that lies nearest to `from`, among the elements of segments
 * in the order of the text; −1 where there is none.
 */
export function segmentOnNextLine(spans: readonly HTMLElement[], from: HTMLElement, direction: 1 | -1): number {
  const at = spans.indexOf(from);
  const own = from.getClientRects()[direction > 0 ? from.getClientRects().length - 1 : 0];
  if (at < 0 || own === undefined) return -1;
  const middle = own.left + own.width / 2;
  let line: number | null = null;
  let best: Placed | null = null;
  for (let i = at + direction, seen = 0; i >= 0 && i < spans.length && seen < REACH; i += direction, seen++) {
    const boxes = spans[i].getClientRects();
    const box = boxes[direction > 0 ? 0 : boxes.length - 1];
    // A line break alone has no width, and what is hidden has no box.
    if (box === undefined) continue;
    const y = box.top + box.height / 2;
    const beyond = direction > 0 ? y > own.bottom : y < own.top;
    if (!beyond) continue;
    line ??= y;
    if (Math.abs(y - line) > box.height / 2) break;
    const group = Number(spans[i].dataset.g);
    if (best === null || distance(box, middle) < distance(best.box, middle)) best = { group, box };
  }
  return best?.group ?? -1;
}

function distance({ left, right }: DOMRect, x: number): number {
  return x < left ? left - x : x > right ? x - right : 0;
}
