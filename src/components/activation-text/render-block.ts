import type { SegmentGroups } from '../../engine';
import { fillText } from './segment-nodes';
import { directionAt, type TextBlock } from './text-blocks';
import { isChosen, type TextRange } from './text-ranges';

/** What the segments of a text look like. */
export interface SegmentLook {
  text: string;
  groups: SegmentGroups;
  /** The class of group g. */
  classOf: (group: number) => string;
  /** Ascending, apart: what the user chose. */
  ranges: readonly TextRange[];
  /** The group under the keyboard's cursor, or −1. */
  cursor: number;
  /** The group that is marked from outside, or −1. */
  linked: number;
  /** Whether white space is shown. */
  marked: boolean;
}

/** The first group that ends after `offset`. */
export function firstGroupAfter({ ends }: SegmentGroups, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The group that holds the character at `offset`, or −1. */
export function groupAt(groups: SegmentGroups, offset: number): number {
  const group = firstGroupAfter(groups, offset);
  return group < groups.starts.length && groups.starts[group] <= offset ? group : -1;
}

function classesOf({ groups, ranges, classOf }: SegmentLook, group: number): string {
  const chosen = ranges.length > 0 && isChosen(ranges, groups.starts[group], groups.ends[group]);
  return chosen ? `s ${classOf(group)} chosen` : `s ${classOf(group)}`;
}

/** Gives the elements of a block the colours and marks of selection of now. */
export function recolorBlock(element: HTMLElement, look: SegmentLook): void {
  for (const span of element.querySelectorAll<HTMLElement>('.s')) {
    const group = Number(span.getAttribute('data-g'));
    const classes = classesOf(look, group);
    if (span.className !== classes) span.className = classes;
    if (span.hasAttribute('data-cursor') !== (group === look.cursor)) span.toggleAttribute('data-cursor');
    span.toggleAttribute('data-linked', group === look.linked);
  }
}

/** The elements of a block: a paragraph per piece, a `span` with `data-g` per segment, plain text between segments. */
export function renderBlock(document: Document, block: TextBlock, look: SegmentLook): HTMLElement {
  const element = document.createElement('div');
  element.className = 'block';
  const { text, groups } = look;
  let group = firstGroupAfter(groups, block.start);
  for (const piece of block.pieces) {
    const paragraph = document.createElement('p');
    paragraph.dir = directionAt(text, piece.paragraph);
    let at = piece.start;
    while (at < piece.end) {
      const start = group < groups.starts.length ? Math.max(at, groups.starts[group]) : piece.end;
      if (start > at) {
        const between = document.createElement('span');
        fillText(between, text.slice(at, Math.min(start, piece.end)), look.marked);
        paragraph.append(between);
        at = Math.min(start, piece.end);
        continue;
      }
      const end = Math.min(piece.end, groups.ends[group]);
      const span = document.createElement('span');
      span.className = classesOf(look, group);
      span.setAttribute('data-g', String(group));
      if (group === look.cursor) span.setAttribute('data-cursor', '');
      if (group === look.linked) span.setAttribute('data-linked', '');
      fillText(span, text.slice(at, end), look.marked);
      paragraph.append(span);
      at = end;
      if (end === groups.ends[group]) group++;
    }
    element.append(paragraph);
  }
  return element;
}
