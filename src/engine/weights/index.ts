export { pickTensors, type TensorChoice, type TensorGroup, type TensorOrder } from './pick-tensors';
export { countedOn, restartRows } from './restarts';
export { tensorGroup, type TensorGrouping } from './tensor-groups';
export { WEIGHT_WATCH_DEFAULTS, watchWeights, type WeightFinding, type WeightRule, type WeightWatchOptions } from './watch-weights';
export { weightFigures, type WeightFigures } from './weight-figures';
export { summarizeWeights, type WeightSummary } from './weight-summary';
