import type { AuditRule, CurveX, EntitySpan, FilterKey, FvError, Head, LayoutPhase, LayoutQuality, SearchMode, Split, SuggestionName, Verdict } from '../engine';

/** Detail of `fv-layout-progress`. */
export interface LayoutProgressDetail {
  phase: LayoutPhase;
  /** Steps done. */
  iteration: number;
  iterations: number;
  /** Leading rows that have a place. */
  placed: number;
  /** Nats; null while not measured. */
  klDivergence: number | null;
  elapsedMs: number;
  stepsPerSecond: number;
  /** Null while it cannot be told. */
  remainingMs: number | null;
}

/** Detail of `fv-layout-end`. */
export interface LayoutEndDetail {
  /** Row-major [n, 2], layout units. */
  positions: Float32Array;
  klDivergence: number | null;
  elapsedMs: number;
}

/** Detail of `fv-point-hover` and `fv-point-click`; id and label are null where there is no point. */
export interface PointDetail {
  id: number | null;
  label: string | null;
}

/** Detail of `fv-selection-change`. */
export interface SelectionDetail {
  ids: readonly number[];
}

/** Detail of `fv-sets-change`. */
export interface SetsDetail {
  /** Ids of the named selections, in the order they were saved. */
  sets: ReadonlyMap<string, readonly number[]>;
}

/** Detail of `fv-isolate-change`. */
export interface IsolateDetail {
  /** Ids of the points shown alone; null: all are shown. */
  ids: readonly number[] | null;
}

/** Detail of `fv-pin-change`. */
export interface PinDetail {
  id: number | null;
  label: string | null;
}

/** Detail of `fv-tool-change`. */
export interface ToolDetail {
  tool: 'pan' | 'lasso' | 'box';
}

/** Detail of `fv-view-change`. */
export interface ViewDetail {
  /** Middle of the view, layout units. */
  x: number;
  y: number;
  /** CSS pixels per layout unit. */
  scale: number;
  /** Whether the view still keeps everything in sight by itself. */
  following: boolean;
}

/** Detail of `fv-search`. */
export interface SearchDetail {
  query: string;
  mode: SearchMode;
  /** Points that match; 0 without a query, and for a pattern that is invalid or takes too long. */
  count: number;
}

/** Detail of `fv-audit-change`. */
export interface AuditDetail {
  /** Column whose labels are compared; empty for none. */
  column: string;
  /** Points that each rule names. */
  counts: Record<AuditRule, number>;
}

/** Detail of `fv-panel-change`. */
export interface PanelDetail {
  /** Name of the panel that is open now; empty for none. */
  panel: string;
}

/** Detail of `fv-list-change`: the properties of the list as the user has set them. */
export interface ListDetail {
  scope: 'view' | 'selection' | 'all';
  /** Name of the column that orders it; empty: the rows do. */
  order: string;
  descending: boolean;
}

/** Detail of `fv-labels-change`: the properties of the labels as the user has set them. */
export interface LabelsDetail {
  labels: 'auto' | 'points' | 'regions' | 'none';
  labelPriority: string;
  regionNames: string;
  contours: boolean;
}

/** Detail of `fv-color-change`: the properties by the same names. */
export interface ColorDetail {
  colorBy: string;
  colorScale: string;
  colorPalette: string;
  colorReversed: boolean;
  colorDomain: readonly [number, number] | null;
  coloredCategories: readonly string[];
  sizeBy: string;
}

/** Detail of `fv-filter-change`. `null` is "no value"; of numbers there are `values` and `not-positive`. */
export interface FilterDetail {
  /** Name of the column. */
  column: string;
  shown: readonly FilterKey[];
  hidden: readonly FilterKey[];
}

/** Detail of `fv-axis-change`. */
export interface AxisDetail {
  /** The expression; empty for none. */
  axis: string;
}

/** Detail of `fv-compare-end`. */
export interface CompareEndDetail {
  /** Mean share of its `k` nearest neighbours that a word has in both spaces, 0 … 1. */
  overlap: number;
  k: number;
  /** How alike the layouts are after alignment, 0 … 1; null without two layouts. */
  likeness: number | null;
}

/** Detail of `fv-quality-change`. */
export interface QualityDetail {
  quality: LayoutQuality;
}

/** Detail of `fv-segment-hover` and `fv-segment-select`: a segment of a text and the value that colours it. */
export interface SegmentDetail {
  sample: number;
  /** Counts the segments at the granularity shown, from 0; null for none. */
  segment: number | null;
  text: string;
  /** UTF-16 offsets in the text of the sample; −1 for none. */
  start: number;
  end: number;
  value: number;
  /** The units whose value it is. */
  units: readonly number[];
}

/** Detail of `fv-range-select`. */
export interface RangesDetail {
  /** UTF-16 offsets in the text of the sample: start and end (exclusive), ascending, apart. */
  ranges: readonly (readonly [start: number, end: number])[];
}

/** Detail of `fv-cell-hover` and `fv-cell-click`: a cell of a heatmap; unit and segment are null for none. */
export interface CellDetail {
  sample: number;
  unit: number | null;
  /** Counts the rows of the activations in the order of the text, from 0. */
  segment: number | null;
  /** What the segment is in the text, and where: UTF-16 offsets, −1 for none. */
  text: string;
  start: number;
  end: number;
  value: number;
}

/** Detail of `fv-unit-change`. */
export interface UnitDetail {
  unit: number;
}

/** Detail of `fv-head-change`: the heads of attention that are shown, layer and head from 0. */
export interface HeadsDetail {
  heads: readonly Head[];
}

/** Detail of `fv-attention-hover`: the token that attends, the one attended to, or both; null for none. */
export interface AttentionHoverDetail {
  from: number | null;
  to: number | null;
  /** The weight between the two, NaN where there are no two. */
  weight: number;
}

/** Detail of `fv-curve-hover`: the crosshair, and the lines of the panel that were measured there. */
export interface CurveHoverDetail {
  metric: string;
  /** Epoch, step or ms, by the element's `x`; null for no crosshair. */
  x: number | null;
  /** `value` as measured, `smoothed` as shown. */
  points: readonly { run: string; split: Split; x: number; value: number; smoothed: number }[];
}

/** Detail of `fv-trace-hover`: the crosshair over the weights of a tensor. */
export interface TraceHoverDetail {
  tensor: string;
  /** Counted on over restarts; null for no crosshair. */
  iteration: number | null;
  /** The slot that is read; null for the mean, the update, or none. */
  slot: number | null;
  value: number | null;
}

/** Detail of `fv-learning-rate-change`: what a sweep suggests. */
export interface LearningRateDetail {
  /** Rows left out at both ends. */
  skipFirst: number;
  skipLast: number;
  suggestions: readonly { name: SuggestionName; learningRate: number }[];
  /** Geometric mean of the suggestions; null where there are none. */
  consensus: number | null;
  /** Whether 15 rows or fewer are left, which say little. */
  tooFew: boolean;
}

/** Detail of `fv-range-change`: the part of x that all panels show. */
export interface CurveRangeDetail {
  x: CurveX;
  /** Null: everything. */
  range: readonly [from: number, to: number] | null;
}

/** Detail of `fv-run-visibility-change`: lines by run and split, as in `run / split`. */
export interface RunVisibilityDetail {
  shown: readonly string[];
  hidden: readonly string[];
}

/** Detail of `fv-entity-hover` and `fv-entity-click`. */
export interface EntityDetail {
  /** Index of the sentence in the data; null for none. */
  row: number | null;
  /** The shortest span at that place; null for none. */
  span: EntitySpan | null;
  side: 'predicted' | 'gold' | null;
  /** Null where there is no gold. */
  verdict: Verdict | null;
  text: string;
}

/** Detail of `fv-word-hover` and `fv-word-click`: a word of a dependency tree. */
export interface WordDetail {
  /** Index of the sentence in the data. */
  row: number;
  /** Index of the word; null for none. */
  word: number | null;
}

/** Detail of `fv-setting-change`: a property that the user has set by a control of the element. */
export interface SettingDetail {
  name: string;
  value: unknown;
}

/** Detail of `fv-error`. */
export interface ErrorDetail {
  error: FvError;
  code: FvError['code'];
  expected: string;
  received: string;
  fix: string;
}

/** Every event of every element, by name. All bubble and cross shadow boundaries. */
export interface FvEventMap {
  'fv-layout-progress': CustomEvent<LayoutProgressDetail>;
  'fv-layout-end': CustomEvent<LayoutEndDetail>;
  'fv-point-hover': CustomEvent<PointDetail>;
  'fv-point-click': CustomEvent<PointDetail>;
  'fv-selection-change': CustomEvent<SelectionDetail>;
  'fv-sets-change': CustomEvent<SetsDetail>;
  'fv-isolate-change': CustomEvent<IsolateDetail>;
  'fv-pin-change': CustomEvent<PinDetail>;
  'fv-tool-change': CustomEvent<ToolDetail>;
  'fv-view-change': CustomEvent<ViewDetail>;
  'fv-search': CustomEvent<SearchDetail>;
  'fv-audit-change': CustomEvent<AuditDetail>;
  'fv-panel-change': CustomEvent<PanelDetail>;
  'fv-list-change': CustomEvent<ListDetail>;
  'fv-labels-change': CustomEvent<LabelsDetail>;
  'fv-color-change': CustomEvent<ColorDetail>;
  'fv-filter-change': CustomEvent<FilterDetail>;
  'fv-axis-change': CustomEvent<AxisDetail>;
  'fv-quality-change': CustomEvent<QualityDetail>;
  'fv-compare-end': CustomEvent<CompareEndDetail>;
  'fv-segment-hover': CustomEvent<SegmentDetail>;
  'fv-segment-select': CustomEvent<SegmentDetail>;
  'fv-range-select': CustomEvent<RangesDetail>;
  'fv-entity-hover': CustomEvent<EntityDetail>;
  'fv-entity-click': CustomEvent<EntityDetail>;
  'fv-word-hover': CustomEvent<WordDetail>;
  'fv-word-click': CustomEvent<WordDetail>;
  'fv-cell-hover': CustomEvent<CellDetail>;
  'fv-cell-click': CustomEvent<CellDetail>;
  'fv-unit-change': CustomEvent<UnitDetail>;
  'fv-head-change': CustomEvent<HeadsDetail>;
  'fv-attention-hover': CustomEvent<AttentionHoverDetail>;
  'fv-curve-hover': CustomEvent<CurveHoverDetail>;
  'fv-trace-hover': CustomEvent<TraceHoverDetail>;
  'fv-learning-rate-change': CustomEvent<LearningRateDetail>;
  'fv-range-change': CustomEvent<CurveRangeDetail>;
  'fv-run-visibility-change': CustomEvent<RunVisibilityDetail>;
  'fv-setting-change': CustomEvent<SettingDetail>;
  'fv-error': CustomEvent<ErrorDetail>;
}

declare global {
  // The events bubble: any element may hear them.
  interface HTMLElementEventMap extends FvEventMap {}
}

/** Dispatches one of the library's events. */
export function emit<Name extends keyof FvEventMap>(target: EventTarget, name: Name, detail: FvEventMap[Name]['detail']): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
