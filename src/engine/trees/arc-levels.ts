/** What an arc spans along the text: from < to, whole numbers ≥ 0. */
export interface ArcSpan {
  from: number;
  to: number;
  /** It goes above all others: it is placed after them. */
  above?: boolean;
}

/**
 * The level of each arc, 1 nearest to the text: arcs on one level have no stretch in common, and an arc that spans another
 * lies above it. Shorter arcs are placed first, each on the first level above all it spans.
 */
export function arcLevels(arcs: readonly ArcSpan[]): Int32Array {
  const levels = new Int32Array(arcs.length);
  /** Highest level over each unit of the text. */
  const tops = new Int32Array(arcs.reduce((end, { to }) => Math.max(end, to), 0));
  const length = ({ from, to, above = false }: ArcSpan) => (above ? 2 * tops.length : 0) + to - from;
  const order = arcs.map((_, i) => i).sort((a, b) => length(arcs[a]) - length(arcs[b]) || arcs[a].from - arcs[b].from || a - b);
  for (const arc of order) {
    const { from, to } = arcs[arc];
    let top = 0;
    for (let unit = from; unit < to; unit++) top = Math.max(top, tops[unit]);
    levels[arc] = top + 1;
    tops.fill(top + 1, from, to);
  }
  return levels;
}
