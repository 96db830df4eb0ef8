import { svg, nothing, type SVGTemplateResult } from 'lit';
import { piecePath, type ArcPiece } from '../../engine';
import type { TreeStrings } from '../strings/trees';
import { FORM_PX, SMALL_PX, type PictureArc, type TreePicture } from './tree-picture';

export interface ArcModel {
  picture: TreePicture;
  /** Width of a small text, px. */
  measure: (text: string) => number;
  /** The word that is lit, with its head and its dependents; null for none. */
  lit: number | null;
  words: TreeStrings;
}

/** Radius of the mark of an arc that goes on in another line, px. */
const MARK_PX = 6.5;

/** Words with arcs over them, as SVG: its text can be selected. */
export function arcPicture(model: ArcModel): SVGTemplateResult {
  const { picture: { layout, slots, arcs, brackets, rightToLeft, shape }, measure, lit, words } = model;
  const { widthPx, heightPx } = layout;
  const litWords = lit === null ? null : new Set([lit, shape.heads[lit], ...shape.dependents[lit]]);
  const touches = ({ words: { head, dependent } }: PictureArc) => lit === null || head === lit || dependent === lit;
  const look = (arc: PictureArc) => `arc ${arc.kind}${arc.circular ? ' circular' : ''}${lit === null ? '' : touches(arc) ? ' hot' : ' dim'}`;
  const broken = [...new Set(layout.pieces.flatMap(({ arc, startAt, endAt }) => (startAt === 'edge' || endAt === 'edge' ? [arc] : [])))];
  const label = (arc: PictureArc, x: number, y: number) => {
    const width = measure(arc.label) + 8;
    return svg`<g class=${look(arc)}><rect class="label-ground" x=${x - width / 2} y=${y - 8} width=${width} height="16" rx="3" /><text class="label" x=${x} y=${y + 4}>${arc.label}</text></g>`;
  };
  const arrow = (x: number, y: number) => svg`<path class="arrow" d=${`M${x - 3.5} ${y - 7}h7L${x} ${y - 1}z`} />`;
  const mark = (arc: number, x: number, y: number) => svg`<g class=${look(arcs[arc])}><circle class="mark" cx=${x} cy=${y} r=${MARK_PX} /><text class="mark-number" x=${x} y=${y + 3}>${broken.indexOf(arc) + 1}</text></g>`;
  return svg`<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${widthPx} ${heightPx}" width=${widthPx} height=${heightPx} direction=${rightToLeft ? 'rtl' : 'ltr'} role="group" aria-label=${words.picture}>
    ${layout.pieces.map((piece) => svg`<g class=${look(arcs[piece.arc])}><path class="line" d=${piecePath(piece)} />
      ${piece.startAt === 'dependent' ? arrow(piece.startX, piece.baseY) : nothing}${piece.endAt === 'dependent' ? arrow(piece.endX, piece.baseY) : nothing}</g>`)}
    ${layout.stubs.map(({ arc, x, y, baseY }) => svg`<g class="${look(arcs[arc])} stub"><path class="line" d=${`M${x} ${y}V${baseY}`} />${arrow(x, baseY)}</g>`)}
    ${layout.pieces.filter((piece) => isNamed(piece, layout.pieces, measure(arcs[piece.arc].label))).map((piece) => label(arcs[piece.arc], labelX(piece, measure(arcs[piece.arc].label)), piece.y))}
    ${layout.stubs.map(({ arc, x, y }) => label(arcs[arc], x, y))}
    ${layout.pieces.map(({ arc, startX, endX, y, startAt, endAt }) => [startAt === 'edge' ? mark(arc, startX + 2, y) : nothing, endAt === 'edge' ? mark(arc, endX - 2, y) : nothing])}
    ${brackets.map(({ fromX, toX, y, form }) => svg`<g class="bracket"><path d=${`M${fromX} ${y}v3H${toX}v-3`} /><text x=${(fromX + toX) / 2} y=${y + 15}>${form}</text></g>`)}
    ${slots.map(({ word, form, small }, slot) => {
      const { x, y } = layout.words[slot];
      const width = Math.max(measure(form) * 1.45, measure(small)) + 8;
      const own = word === null ? 'empty' : lit === null ? '' : word === lit ? 'lit' : litWords!.has(word) ? 'near' : 'dim';
      return svg`<g class="word ${own}" data-word=${word ?? nothing}><rect class="word-ground" x=${x - width / 2} y=${y} width=${width} height=${FORM_PX + SMALL_PX} rx="4" />
        <text class="form" x=${x} y=${y + 16}>${form}</text><text class="small" x=${x} y=${y + FORM_PX + 11}>${small}</text>${word === null ? svg`<title>${words.emptyNode}</title>` : nothing}</g>`;
    })}
  </svg>`;
}

/** Whether a piece has the label of its arc: where it has room beside the marks, and on the longest piece. */
function isNamed(piece: ArcPiece, pieces: readonly ArcPiece[], labelPx: number): boolean {
  const length = ({ startX, endX }: ArcPiece) => endX - startX;
  return length(piece) >= labelPx + 4 * MARK_PX || !pieces.some((other) => other.arc === piece.arc && length(other) > length(piece));
}

/** The middle of a piece's label: that of the piece, but clear of the marks at its edges. */
function labelX({ startX, endX, startAt, endAt }: ArcPiece, labelPx: number): number {
  const clear = labelPx / 2 + 2 * MARK_PX;
  const middle = (startX + endX) / 2;
  if (startAt === 'edge' && endAt !== 'edge') return Math.max(middle, startX + clear);
  return endAt === 'edge' && startAt !== 'edge' ? Math.min(middle, endX - clear) : middle;
}
