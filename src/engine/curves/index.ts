export { decimate, type CurveMark, type CurveWindow, type DecimatedCurve } from './decimate';
export { diagnoseRun, DOCTOR_DEFAULTS, type DoctorOptions, type DoctorRule, type Finding } from './diagnose-run';
export { measuredPoints, type MeasuredPoints } from './measured-points';
export { MinMaxIndex, type Extremes } from './min-max-index';
export { smooth, smoothingTime } from './smooth';
export { suggestLearningRates, type LearningRateAdvice, type LearningRateSuggestion, type SuggestionName, type SuggestOptions } from './suggest-learning-rates';
