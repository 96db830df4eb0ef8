export { findAnalogies, type AnalogyMatch, type AnalogyMethod, type AnalogyOptions } from './analogy';
export { axisEnds, type AxisEnds } from './axis-ends';
export { cosineScores } from './cosine-scores';
export { axisDirection } from './direction';
export { findWords, type UnknownWord } from './find-words';
export { LabelIndex } from './label-index';
export { ExpressionError, formatExpression, parseExpression, type SemanticExpression } from './parse-expression';
