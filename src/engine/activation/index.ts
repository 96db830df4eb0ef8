export type { ActivationClass, ActivationData, ActivationLayer, ActivationMatrix, ActivationSample, AttributionData, AttributionSample, Segmentation } from './activation-data';
export { alignTokens } from './align-tokens';
export {
  ATTRIBUTION_ORDERS, attributionRows, attributionSamples, chosenScores, orderAttributions, scoreClasses, segmentScores,
  type AttributionOrder, type AttributionRow, type ClassScores,
} from './attributions';
export { clusterOrder, MOST_CLUSTERED } from './cluster-units';
export { compareActivations, type ActivationComparison, type UnitPair, type UnitPairing } from './compare-activations';
export { hasInvisible, invisibleControl, orderingControl } from './control-names';
export { AGGREGATIONS, groupRange, groupValues, UNIT_REDUCTIONS, type Aggregation, type UnitReduction, type ValueChoice } from './group-values';
export { Highlighter, type HighlighterOptions, type HighlightSelectionOptions } from './highlighter';
export { linearScale, NORMALIZATIONS, percentileScale, rankScale, symmetricScale, type Normalization, type ValueScale } from './normalization';
export { rankTable, type RankTable } from './rank-table';
export { rankUnits, RESPONSE_MEASURES, sortResponses, unitResponses, type ResponseMeasure, type UnitResponse } from './rank-units';
export { resolveActivations, resolveSample, type ResolvedMatrix, type ResolvedSample } from './resolve-activations';
export { GRANULARITIES, groupSegments, ownGranularity, type Granularity, type SegmentGroups } from './segment-groups';
export { similarUnits, unitCorrelations, type SimilarUnit } from './similar-units';
export { countBelow, quantile, sortFinite } from './sort-values';
export { graphemeEnds, type TextSpans } from './text-boundaries';
export { arrayToMatrix, npyToMatrix, tensorToMatrix, toActivationMatrix, type NestedNumbers, type TensorLike } from './to-matrix';
export { topSegments, type TopSegment, type ValuedSample } from './top-segments';
export { QUANTILE_STEPS, quantilePlace, sortedUnit, sortUnits, unitQuantiles, type SortedUnits } from './unit-quantiles';
export { unitsByScore, unitVariances } from './unit-statistics';
export { codedExtremes, codeScales, valueExtremes, valueMeans, type PyramidLevel, type ValueExtremes } from './value-pyramid';
export { summarizeValues, valueHistogram, type ValueSummary } from './value-summary';
