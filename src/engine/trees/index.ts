export { layoutArcs, piecePath, type ArcLayout, type ArcLayoutOptions, type ArcPiece, type LayoutArc } from './arc-layout';
export { arcLevels, type ArcSpan } from './arc-levels';
export { judgeArcs, sameWords, scoreAttachment, type ArcVerdict, type AttachmentCounts, type AttachmentScores } from './attachment';
export { headIndices, NO_HEAD, ROOT, treeText, type DependencySentence, type DependencyWord } from './dependency-data';
export { hasHead, treeArcs, type ArcKind, type TreeArc } from './tree-arcs';
export { treeOutline, type OutlineRow } from './tree-outline';
export { treePrinter, type TreePrinterOptions } from './tree-printer';
export { treeShape, type TreeShape } from './tree-shape';
