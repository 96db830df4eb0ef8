import { arcLevels, type ArcSpan } from './arc-levels';

/** An arc to be laid out. */
export interface LayoutArc {
  /** Index of the head; negative where there is none: a stub stands over the dependent. */
  head: number;
  dependent: number;
  /** Width of its label, px. */
  labelPx: number;
}

export interface ArcLayoutOptions {
  /** Width of each word with what stands below it, px. */
  wordsPx: readonly number[];
  arcs: readonly LayoutArc[];
  /** Width there is; a single word may be wider. */
  widthPx: number;
  /** Whether the text goes from right to left: all is mirrored. */
  rightToLeft?: boolean;
  /** Height of a word with what stands below it, px. */
  wordPx: number;
  /** Height of a level of arcs, px. Default 24. */
  levelPx?: number;
}

/** A part of an arc on one line. */
export interface ArcPiece {
  /** Index of the arc. */
  arc: number;
  line: number;
  /** Ends along the line, px: at a word, or at the line's edge where the arc goes on. */
  startX: number;
  endX: number;
  /** Height of its level and of the words' upper edge, px from the top. */
  y: number;
  baseY: number;
  /** Where it touches a word: at the word's upper edge; else it goes on in another line. */
  startAt: 'head' | 'dependent' | 'edge';
  endAt: 'head' | 'dependent' | 'edge';
}

/** Where everything stands, px from the top left. */
export interface ArcLayout {
  widthPx: number;
  heightPx: number;
  /** Middle and upper edge of each word, and its line. */
  words: { x: number; y: number; line: number }[];
  /** Parts of arcs, in the order of the arcs. */
  pieces: ArcPiece[];
  /** Arcs without a head: a line from `y` down to the word. */
  stubs: { arc: number; x: number; y: number; baseY: number }[];
}

/** Between words; at the edge of a line, where arcs go on; around a label; between arcs at one word; between lines. px. */
const GAP = 14;
const EDGE = 18;
const LABEL_PADDING = 22;
const PORT = 9;
const LINE_GAP = 14;
/** Above the highest arc of a line: half of its label. */
const HEADROOM = 12;

/**
 * Puts words on lines and arcs over them. Arcs leave a word side by side and never cross for being at the same word; an arc
 * whose ends are on two lines is broken at their edges and runs through the lines between them.
 */
export function layoutArcs({ wordsPx, arcs, widthPx, rightToLeft = false, wordPx, levelPx = 24 }: ArcLayoutOptions): ArcLayout {
  const { lineOf, lines, xs } = breakLines(wordsPx, arcs, widthPx);
  const words: ArcLayout['words'] = [];
  const pieces: ArcPiece[] = [];
  const stubs: ArcLayout['stubs'] = [];
  const whole = Math.max(widthPx, ...xs.map((x, word) => x + wordsPx[word] / 2 + EDGE));
  let top = 0;
  lines.forEach(({ first, last }, line) => {
    const parts = partsOn(arcs, first, last);
    const levels = arcLevels(parts);
    const highest = levels.reduce((high, level) => Math.max(high, level), 0);
    const baseY = top + HEADROOM + highest * levelPx;
    const ports = portsOf(parts, levels, wordsPx, first, last);
    parts.forEach((part, i) => {
      const y = baseY - levels[i] * levelPx;
      const { arc, left, right } = part;
      const { dependent } = arcs[arc];
      if (part.above) {
        stubs.push({ arc, x: xs[dependent], y, baseY });
        return;
      }
      const at = (word: number | null) => (word === null ? 'edge' as const : word === dependent ? 'dependent' as const : 'head' as const);
      pieces.push({
        arc, line, y, baseY, startX: left === null ? EDGE / 3 : xs[left] + ports(i, left), endX: right === null ? whole - EDGE / 3 : xs[right] + ports(i, right), startAt: at(left), endAt: at(right),
      });
    });
    for (let word = first; word <= last; word++) words.push({ x: xs[word], y: baseY, line: lineOf[word] });
    top = baseY + wordPx + LINE_GAP;
  });
  const layout: ArcLayout = { widthPx: whole, heightPx: Math.max(0, top - LINE_GAP), words, pieces: pieces.sort((a, b) => a.arc - b.arc || a.line - b.line), stubs };
  return rightToLeft ? mirrored(layout) : layout;
}

/** Greedy lines; words that arcs with long labels join stand further apart. */
function breakLines(wordsPx: readonly number[], arcs: readonly LayoutArc[], widthPx: number) {
  const ports = new Int32Array(wordsPx.length);
  for (const { head, dependent } of arcs) {
    ports[dependent]++;
    if (head >= 0) ports[head]++;
  }
  const slots = Array.from(wordsPx, (px, word) => Math.max(px, PORT * ports[word]));
  /** From the middle of the word before to the middle of each. */
  const steps = slots.map((px, word) => (word === 0 ? 0 : (slots[word - 1] + px) / 2 + GAP));
  const spans = arcs.flatMap(({ head, dependent, labelPx }) => (head < 0 ? [] : [{ from: Math.min(head, dependent), to: Math.max(head, dependent), labelPx }]));
  for (const { from, to, labelPx } of spans.sort((a, b) => a.to - a.from - (b.to - b.from))) {
    let distance = 0;
    for (let word = from + 1; word <= to; word++) distance += steps[word];
    // At worst the arc leaves both words on the sides that face each other.
    const missing = labelPx + LABEL_PADDING + (PORT * (ports[from] + ports[to] - 2)) / 2 - distance;
    if (missing <= 0) continue;
    for (let word = from + 1; word <= to; word++) steps[word] += missing / (to - from);
  }
  const lines: { first: number; last: number }[] = [];
  const [lineOf, xs]: [number[], number[]] = [[], []];
  let x = 0;
  slots.forEach((px, word) => {
    const next = x + steps[word];
    if (word === 0 || next + px / 2 + EDGE > widthPx) {
      lines.push({ first: word, last: word });
      x = EDGE + px / 2;
    } else {
      x = next;
      lines[lines.length - 1].last = word;
    }
    xs.push(x);
    lineOf.push(lines.length - 1);
  });
  return { lineOf, lines, xs };
}

interface Part extends ArcSpan {
  arc: number;
  /** The word at each end; null where the arc goes on beyond the line. */
  left: number | null;
  right: number | null;
}

/** What of the arcs lies over words first … last, in units of half words: word i at 2 (i − first) + 1. */
function partsOn(arcs: readonly LayoutArc[], first: number, last: number): Part[] {
  const place = (word: number) => 2 * (word - first) + 1;
  return arcs.flatMap(({ head, dependent }, arc): Part[] => {
    if (head < 0) return dependent < first || dependent > last ? [] : [{ arc, left: dependent, right: dependent, from: place(dependent) - 1, to: place(dependent) + 1, above: true }];
    const [from, to] = [Math.min(head, dependent), Math.max(head, dependent)];
    if (from > last || to < first || from === to) return [];
    const [left, right] = [from < first ? null : from, to > last ? null : to];
    return [{ arc, left, right, from: left === null ? 0 : place(left), to: right === null ? place(last) + 1 : place(right) }];
  });
}

/** Where the arcs of a word leave it, px from its middle: those to the left, the lowest first, then those to the right, the highest first. */
function portsOf(parts: readonly Part[], levels: Int32Array, wordsPx: readonly number[], first: number, last: number): (part: number, word: number) => number {
  const offsets = new Map<string, number>();
  for (let word = first; word <= last; word++) {
    const at = (side: 'left' | 'right') => parts.map((_, i) => i).filter((i) => !parts[i].above && parts[i][side] === word);
    const toLeft = at('right').sort((a, b) => levels[a] - levels[b]);
    const toRight = at('left').sort((a, b) => levels[b] - levels[a]);
    const stub = parts.findIndex((part) => part.above && part.left === word);
    // A stub stands in the middle, so both sides keep clear of it.
    const order = [...toLeft, ...(stub < 0 ? [] : [stub]), ...toRight];
    const spacing = Math.min(PORT, Math.max(PORT, wordsPx[word]) / Math.max(1, order.length));
    const middle = stub < 0 ? (order.length - 1) / 2 : toLeft.length;
    order.forEach((part, i) => offsets.set(`${part} ${word}`, (i - middle) * spacing));
  }
  return (part, word) => offsets.get(`${part} ${word}`) ?? 0;
}

function mirrored({ words, pieces, stubs, ...layout }: ArcLayout): ArcLayout {
  const flip = (x: number) => layout.widthPx - x;
  return {
    ...layout,
    words: words.map((word) => ({ ...word, x: flip(word.x) })),
    pieces: pieces.map((piece) => ({ ...piece, startX: flip(piece.endX), endX: flip(piece.startX), startAt: piece.endAt, endAt: piece.startAt })),
    stubs: stubs.map((stub) => ({ ...stub, x: flip(stub.x) })),
  };
}

/** Radius of an arc's corners, px. */
const CORNER = 7;

/** The line of a piece, as the `d` of an SVG path. */
export function piecePath({ startX, endX, y, baseY, startAt, endAt }: Omit<ArcPiece, 'arc' | 'line'>): string {
  const r = Math.max(0, Math.min(CORNER, (endX - startX) / 2, baseY - y));
  const n = (value: number) => Number(value.toFixed(1));
  const start = startAt === 'edge' ? `M${n(startX)} ${n(y)}` : `M${n(startX)} ${n(baseY)}V${n(y + r)}Q${n(startX)} ${n(y)} ${n(startX + r)} ${n(y)}`;
  const end = endAt === 'edge' ? `H${n(endX)}` : `H${n(endX - r)}Q${n(endX)} ${n(y)} ${n(endX)} ${n(y + r)}V${n(baseY)}`;
  return start + end;
}
