import { textSegments, type EntitySentence, type ShownSpan } from '../../engine';
import { fillText } from '../activation-text/segment-nodes';
import { directionAt, type TextPiece } from '../activation-text/text-blocks';

/** Height of a lane below the text with its gap, and of its line, CSS pixels. */
const LANE_PX = 5;
const LINE_PX = 3;

/** What of a span its elements show. */
export interface SpanLook {
  /** Number of the label: its colours are `--fill-n` and `--line-n`. */
  color: number;
  /** What stands behind the span: label, verdict, score. */
  tag: string;
}

/**
 * The elements of a sentence or a piece of one, with the spans that begin there: a `span.seg` wherever spans cover the text, with `data-spans`, the shortest first. Each segment
 * draws its part of every lane as a background, so that lanes follow the text over lines and in either direction. Tags are
 * generated content: they are seen, not selected.
 */
export function renderSentence(document: Document, number: string, { text }: EntitySentence, piece: TextPiece, spans: readonly ShownSpan[], lookOf: (span: ShownSpan) => SpanLook): HTMLElement {
  const block = document.createElement('div');
  block.className = 'block';
  block.dataset.number = number;
  const paragraph = document.createElement('p');
  paragraph.dir = directionAt(text, piece.paragraph);
  const lanes = spans.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  paragraph.style.setProperty('--lanes', String(lanes));
  const looks = spans.map(lookOf);
  // A span longer than a piece is drawn as far as its piece goes.
  const within = spans.map((span) => ({ start: span.start - piece.start, end: Math.min(span.end, piece.end) - piece.start }));
  for (const { start, end, spans: over } of textSegments(piece.end - piece.start, within)) {
    const element = document.createElement('span');
    fillText(element, text.slice(piece.start + start, piece.start + end), false);
    if (over.length > 0) {
      element.className = 'seg';
      element.dataset.spans = over.join(' ');
      if (over.some((span) => within[span].start === start)) element.classList.add('first');
      if (over.some((span) => within[span].end === end)) element.classList.add('last');
      if (over.length > 1) element.classList.add('deep');
      paintLanes(element, over.map((span) => ({ ...spans[span], ...looks[span] })));
      for (const span of over) {
        if (within[span].end !== end) continue;
        const tag = document.createElement('span');
        tag.className = `tag ${spans[span].side}${spans[span].faded ? ' faded' : ''}${spans[span].verdict === null || spans[span].verdict === 'exact' ? '' : ' wrong'}`;
        tag.dataset.mark = looks[span].tag;
        // Among several it is told by its colour whose tag this is.
        if (over.length > 1) tag.style.setProperty('--own', `var(--line-${looks[span].color})`);
        element.append(tag);
      }
    }
    paragraph.append(element);
  }
  block.append(paragraph);
  return block;
}

/** Gives a segment the background of its shortest predicted span, and below the text a line for each span in its lane; gold ones are dashed. */
function paintLanes(element: HTMLElement, over: readonly (ShownSpan & SpanLook)[]): void {
  const depth = over.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const belowPx = depth * LANE_PX;
  const layers: { image: string; size: string; position: string }[] = over.map(({ color, lane, side, faded }) => {
    const ink = faded ? `color-mix(in srgb, var(--line-${color}) 45%, var(--_surface))` : `var(--line-${color})`;
    return {
      image: side === 'gold' ? `repeating-linear-gradient(90deg, ${ink} 0 4px, transparent 4px 7px)` : `linear-gradient(${ink}, ${ink})`,
      size: `100% ${LINE_PX}px`, position: `0 calc(100% - ${(depth - 1 - lane) * LANE_PX}px)`,
    };
  });
  const filled = over.find(({ side, faded }) => side === 'predicted' && !faded);
  if (filled) layers.push({ image: `linear-gradient(var(--fill-${filled.color}), var(--fill-${filled.color}))`, size: `100% calc(100% - ${belowPx - LANE_PX + LINE_PX}px)`, position: '0 0' });
  element.style.paddingBlockEnd = `${belowPx - LANE_PX + LINE_PX + 1}px`;
  element.style.backgroundImage = layers.map(({ image }) => image).join(', ');
  element.style.backgroundSize = layers.map(({ size }) => size).join(', ');
  element.style.backgroundPosition = layers.map(({ position }) => position).join(', ');
}
