/** A stretch of a text, offsets. */
export interface Stretch {
  start: number;
  end: number;
}

const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

/**
 * The lane of each span, 0 nearest to the text: no two spans that overlap share one, and a span that lies within another has
 * the nearer lane. Shorter spans choose first, each the first free lane above all those within it; of equal ones the first.
 */
export function spanLanes(spans: readonly Stretch[]): Int32Array {
  const lanes = new Int32Array(spans.length);
  const order = spans.map((_, i) => i).sort((a, b) => spans[a].end - spans[a].start - (spans[b].end - spans[b].start) || spans[a].start - spans[b].start || a - b);
  const byStart = [...order].sort((a, b) => spans[a].start - spans[b].start);
  const placed = new Uint8Array(spans.length);
  const rankOf = new Int32Array(spans.length);
  byStart.forEach((span, rank) => (rankOf[span] = rank));
  // How far the spans up to each rank reach: left of where that ends before a span nothing overlaps it.
  const reach = new Float64Array(spans.length);
  byStart.forEach((span, rank) => (reach[rank] = Math.max(spans[span].end, rank > 0 ? reach[rank - 1] : -Infinity)));
  for (const span of order) {
    const { start, end } = spans[span];
    let lane = 0;
    const taken = new Set<number>();
    const visit = (other: number) => {
      const at = spans[other];
      if (!placed[other] || !overlap(at, spans[span])) return;
      taken.add(lanes[other]);
      if (start <= at.start && at.end <= end) lane = Math.max(lane, lanes[other] + 1);
    };
    for (let rank = rankOf[span] - 1; rank >= 0 && reach[rank] > start; rank--) visit(byStart[rank]);
    for (let rank = rankOf[span] + 1; rank < byStart.length && spans[byStart[rank]].start < end; rank++) visit(byStart[rank]);
    while (taken.has(lane)) lane++;
    lanes[span] = lane;
    placed[span] = 1;
  }
  return lanes;
}
