/** A stretch of a paragraph: a whole one with its line break, or a part of a long one. */
export interface TextPiece {
  start: number;
  end: number;
  /** Where its paragraph begins: the direction of the text is told there. */
  paragraph: number;
}

/** Consecutive pieces that come into the page and leave it together. */
export interface TextBlock {
  start: number;
  end: number;
  pieces: TextPiece[];
}

/** UTF-16 units of a block: small enough to be drawn within a frame, with every character an element of its own. */
const BLOCK_LENGTH = 500;

/** Longest stretch in which a place to cut is looked for. */
const CUT_REACH = 200;

/**
 * Cuts a text into blocks of about 500 UTF-16 units at the ends of paragraphs; longer paragraphs at white space, or, where
 * there is none, at `boundaries` (ascending; the ends of graphemes or segments).
 */
export function cutBlocks(text: string, boundaries: Uint32Array): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  const add = (piece: TextPiece) => {
    if (open && piece.end - open.start <= BLOCK_LENGTH) {
      open.pieces.push(piece);
      open.end = piece.end;
    } else blocks.push((open = { start: piece.start, end: piece.end, pieces: [piece] }));
  };
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    let from = start;
    while (end - from > BLOCK_LENGTH) {
      const cut = cutPlace(text, from + BLOCK_LENGTH, boundaries, end);
      add({ start: from, end: cut, paragraph: start });
      from = cut;
    }
    if (from < end) add({ start: from, end, paragraph: start });
    start = end;
  }
  return blocks;
}

function cutPlace(text: string, wanted: number, boundaries: Uint32Array, end: number): number {
  for (let at = wanted; at > wanted - CUT_REACH; at--) if (/\s/.test(text[at - 1])) return at;
  let low = 0;
  let high = boundaries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boundaries[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  const boundary = boundaries[low];
  return boundary !== undefined && boundary >= wanted ? Math.min(boundary, end) : end;
}

/** The block that holds an offset; the last one for the text's end. */
export function blockAt(blocks: readonly TextBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Characters of a paragraph in which its direction is looked for. */
const DIRECTION_REACH = 500;

/** The direction of the paragraph that begins at `offset`: that of its first letter (rule P2 of Unicode's bidirectional algorithm). */
export function directionAt(text: string, offset: number): 'ltr' | 'rtl' {
  const end = text.indexOf('\n', offset);
  const letter = /\p{L}/u.exec(text.slice(offset, Math.min(end < 0 ? text.length : end, offset + DIRECTION_REACH)))?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
