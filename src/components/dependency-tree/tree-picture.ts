import { hasHead, layoutArcs, orderingControl, ROOT, treeArcs, treeShape, treeText, type ArcKind, type ArcLayout, type DependencySentence, type TreeArc, type TreeShape } from '../../engine';
import { directionAt } from '../activation-text/text-blocks';
import type { TreeStrings } from '../strings/trees';

/** Heights below the upper edge of a word: its form, what stands below it, the bracket of a multiword token; px. */
export const FORM_PX = 20;
export const SMALL_PX = 15;
const BRACKET_PX = 20;

/** A word, or an empty node, which is in no text. */
export interface Slot {
  /** Index of the word; null for an empty node. */
  word: number | null;
  form: string;
  /** Part of speech. */
  small: string;
}

/** An arc between slots. */
export interface PictureArc {
  /** Index of the head's slot; negative for a stub. */
  head: number;
  dependent: number;
  label: string;
  kind: ArcKind | 'empty';
  circular: boolean;
  /** Words it joins; null where an empty node is one. */
  words: { head: number | null; dependent: number | null };
}

/** A sentence with everything in its place. */
export interface TreePicture {
  slots: Slot[];
  arcs: PictureArc[];
  layout: ArcLayout;
  brackets: { fromX: number; toX: number; y: number; form: string }[];
  rightToLeft: boolean;
  shape: TreeShape;
}

export interface PictureOptions {
  widthPx: number;
  /** Width of a text in one of the two sizes, px. */
  measure: (text: string, size: 'form' | 'small') => number;
  words: TreeStrings;
}

/** A text as it is drawn: controls that reorder or break it by their names. Joiners shape words and stay. */
export function drawnText(text: string): string {
  return Array.from(text, (char) => {
    const code = char.codePointAt(0)!;
    const name = orderingControl(code);
    return name !== null ? `⟨${name}⟩` : code < 32 ? String.fromCharCode(0x2400 + code) : char;
  }).join('');
}

/** Puts a sentence in its place. */
export function treePicture(sentence: DependencySentence, gold: DependencySentence | null, { widthPx, measure, words }: PictureOptions): TreePicture {
  const shape = treeShape(sentence);
  const { slots, slotOf, slotOfEmpty } = slotsOf(sentence);
  const arcs = [
    ...treeArcs(sentence, shape, gold).map((arc) => pictureArc(arc, slotOf, words)),
    ...(sentence.emptyNodes ?? []).flatMap(({ deps = [] }, i): PictureArc[] => deps.flatMap(({ head, deprel }) => {
      const index = sentence.words.findIndex(({ id }) => String(id) === head);
      return index < 0 ? [] : [{ head: slotOf[index], dependent: slotOfEmpty[i], label: deprel, kind: 'empty', circular: false, words: { head: index, dependent: null } }];
    })),
  ];
  const rightToLeft = directionAt(treeText(sentence), 0) === 'rtl';
  const multiword = sentence.multiwordTokens ?? [];
  const wordPx = FORM_PX + SMALL_PX + (multiword.length > 0 ? BRACKET_PX : 0);
  const wordsPx = slots.map(({ form, small }) => Math.max(measure(form, 'form'), measure(small, 'small')));
  const layout = layoutArcs({ wordsPx, arcs: arcs.map(({ head, dependent, label }) => ({ head, dependent, labelPx: measure(label, 'small') })), widthPx, rightToLeft, wordPx });
  const brackets = multiword.flatMap(({ from, to, form }) => {
    const inside = sentence.words.flatMap(({ id }, i) => (id >= from && id <= to ? [slotOf[i]] : []));
    const lines = new Map<number, number[]>();
    for (const slot of inside) lines.set(layout.words[slot].line, [...(lines.get(layout.words[slot].line) ?? []), slot]);
    return Array.from(lines.values(), (on) => {
      const edges = on.flatMap((slot) => [layout.words[slot].x - wordsPx[slot] / 2, layout.words[slot].x + wordsPx[slot] / 2]);
      return { fromX: Math.min(...edges), toX: Math.max(...edges), y: layout.words[on[0]].y + FORM_PX + SMALL_PX + 3, form: drawnText(form) };
    });
  });
  return { slots, arcs, layout, brackets, rightToLeft, shape };
}

/** Words in order, each empty node behind the word it is numbered by. */
function slotsOf({ words, emptyNodes = [] }: DependencySentence) {
  const slots: Slot[] = [];
  const slotOf: number[] = [];
  const slotOfEmpty: number[] = [];
  const addEmpty = (behind: number) => emptyNodes.forEach(({ id, form, upos }, i) => {
    if (Math.floor(Number(id)) === behind) slotOfEmpty[i] = slots.push({ word: null, form: drawnText(form), small: upos ?? '' }) - 1;
  });
  addEmpty(0);
  words.forEach(({ id, form, upos }, word) => {
    slotOf.push(slots.push({ word, form: drawnText(form), small: upos ?? '' }) - 1);
    addEmpty(id);
  });
  return { slots, slotOf, slotOfEmpty };
}

function pictureArc(arc: TreeArc, slotOf: readonly number[], words: TreeStrings): PictureArc {
  const { head, dependent, kind, goldLabel, circular } = arc;
  const label = drawnText(arc.label);
  const own = kind === 'gold' ? words.goldArc(label) : goldLabel !== null ? words.instead(label, drawnText(goldLabel)) : label;
  const itself = head === dependent;
  const between = hasHead(arc) && !itself;
  return {
    head: between ? slotOf[head] : -1, dependent: slotOf[dependent], kind, circular, words: { head: hasHead(arc) ? head : null, dependent },
    label: itself ? `${own} ↺` : head < ROOT ? `${own} ${words.unknown}`.trim() : own,
  };
}
