import type { AnalogyMatch, AxisEnds, ContinuousScale, SemanticExpression } from '../../../engine';

/** Name of the lens of an axis' scores. */
export const AXIS_LENS = 'axis';

/** An answer to an analogy, with its label. */
export interface NamedAnalogy extends AnalogyMatch {
  label: string;
}

/** Scores of all rows on an axis, and its ends by row. */
export interface AxisScores {
  kind: 'axis';
  expression: SemanticExpression & { kind: 'axis' };
  /** [n] of the rows on the map. */
  scores: Float32Array;
  ends: AxisEnds;
  scale: ContinuousScale;
}

/** Answers to an analogy, and the words it is made of by id. */
export interface AnalogyAnswers {
  kind: 'analogy';
  expression: SemanticExpression & { kind: 'analogy' };
  positive: number[];
  negative: number[];
  matches: NamedAnalogy[];
}

/** What an expression came to. */
export type AxisResult = AxisScores | AnalogyAnswers;
