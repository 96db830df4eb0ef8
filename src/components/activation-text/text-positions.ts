import type { TextBlock } from './text-blocks';
import type { TextRange } from './text-ranges';

/** A place in the page: a node, and an offset in it as ranges have it. */
interface DomPlace {
  node: Node;
  offset: number;
}

/** Blocks with their elements, as far as they are in the page. */
export interface PlacedBlock {
  block: TextBlock;
  element: HTMLElement;
}

/** The text's offset at a place within a block's element. */
export function offsetOf({ block, element }: PlacedBlock, { node, offset }: DomPlace): number {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  // Every character of the block is in its element once; marks are generated content.
  return Math.min(block.end, block.start + range.toString().length);
}

/**
 * What the page's selection holds of the text: offsets where it begins and ends within `blocks`, or null where it does not.
 * A selection that begins or ends outside goes to the end of what is in the page on that side.
 */
export function selectedRange(root: ShadowRoot, blocks: readonly PlacedBlock[]): TextRange | null {
  const selection = rangeIn(root);
  if (selection === null || blocks.length === 0) return null;
  const holder = (node: Node) => blocks.find(({ element }) => element.contains(node));
  const first = holder(selection.startContainer);
  const last = holder(selection.endContainer);
  if (!first && !last) return null;
  const start = first ? offsetOf(first, { node: selection.startContainer, offset: selection.startOffset }) : blocks[0].block.start;
  const end = last ? offsetOf(last, { node: selection.endContainer, offset: selection.endOffset }) : blocks[blocks.length - 1].block.end;
  return end > start ? [start, end] : null;
}

/** The selection within a shadow tree. Browsers differ in how they tell: by composed ranges, by the root itself (older Chromium), or as if there were no root (older Firefox). */
function rangeIn(root: ShadowRoot): StaticRange | Range | null {
  const selection = root.ownerDocument.getSelection();
  if (selection && 'getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  const own = (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}
