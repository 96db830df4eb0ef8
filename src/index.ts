/** Every class, function and type of the library. Registers no element: see `flair-visual/define`. */
export * from './engine';
export { FvActivationCompare } from './components/activation-compare/fv-activation-compare';
export type { ActivationCompareData } from './components/activation-compare/compare-source';
export { FvActivationHeatmap } from './components/activation-heatmap/fv-activation-heatmap';
export { FvActivationText } from './components/activation-text/fv-activation-text';
export { FvAttention } from './components/attention/fv-attention';
export { FvAttributionTable } from './components/attribution-table/fv-attribution-table';
export { FvDependencyTree } from './components/dependency-tree/fv-dependency-tree';
export { FvEmbeddingMap } from './components/embedding-map/fv-embedding-map';
export { FvEntityText } from './components/entity-text/fv-entity-text';
export { FvMapCompare } from './components/map-compare/fv-map-compare';
export { Plotter } from './components/flair/plotter';
export { Visualizer, type Embeddings, type SentenceVectors } from './components/flair/visualizer';
export type { ReportFile, ReportOptions } from './components/training-report/training-report';
export { FvTrainingCurves } from './components/training-curves/fv-training-curves';
export { FvLearningRate } from './components/learning-rate/fv-learning-rate';
export { FvWeightTraces } from './components/weight-traces/fv-weight-traces';
export type { MapCompareData } from './components/map-compare/compare-data';
export type {
  AttentionHoverDetail, AuditDetail, AxisDetail, CellDetail, ColorDetail, CompareEndDetail, CurveHoverDetail, CurveRangeDetail, EntityDetail,
  ErrorDetail, FilterDetail, FvEventMap, HeadsDetail, IsolateDetail, LabelsDetail, LayoutEndDetail, LayoutProgressDetail, LearningRateDetail,
  ListDetail, PanelDetail, PinDetail, PointDetail, QualityDetail, RangesDetail, RunVisibilityDetail, SearchDetail, SegmentDetail, SelectionDetail,
  SetsDetail, SettingDetail, ToolDetail, TraceHoverDetail, UnitDetail, ViewDetail, WordDetail,
} from './components/events';
