import type { AuditRule, MetadataColumn, Metric } from '../../engine';

/** Neighbours of every point that are compared. */
export const AUDIT_NEIGHBORS = 15;

/** The rules in the order of the panel. */
export const AUDIT_RULES: readonly AuditRule[] = ['labels', 'duplicates', 'hubs', 'norms'];

/**
 * What rules call noise: `labels` the least share of neighbours with another label (default 0.8); `duplicates` the
 * distance below which points are the same (cosine 0.01, euclidean a tenth of the median distance to the nearest);
 * `hubs` the least number of lists of neighbours, in multiples of its mean (5); `norms` the |z| exceeded (3.5).
 */
export type AuditThresholds = Partial<Record<AuditRule, number>>;

/** The defaults, but for the distances of near-duplicates. */
const DEFAULTS = { labels: 0.8, hubs: 5, norms: 3.5 } as const;

/** The threshold in force. `typical`: median distance to the nearest, known after an audit. */
export function thresholdOf(rule: AuditRule, thresholds: AuditThresholds, metric: Metric, typical = 1): number {
  const wished = thresholds[rule];
  if (wished !== undefined) return wished;
  if (rule !== 'duplicates') return DEFAULTS[rule];
  return metric === 'cosine' ? 0.01 : 0.1 * typical;
}

/** How a threshold is set by a slider: its position is the value, or its logarithm. */
export interface ThresholdRange {
  min: number;
  max: number;
  step: number;
  logarithmic: boolean;
}

/** The slider of a rule. */
export function thresholdRange(rule: AuditRule, metric: Metric, typical = 1): ThresholdRange {
  if (rule === 'labels') return { min: 0.5, max: 1, step: 0.05, logarithmic: false };
  if (rule === 'hubs') return { min: Math.log10(2), max: 2, step: 0.01, logarithmic: true };
  if (rule === 'norms') return { min: 2, max: 12, step: 0.5, logarithmic: false };
  const unit = metric === 'cosine' ? 0 : Math.log10(Math.max(typical, Number.MIN_VALUE));
  return { min: unit - 5, max: unit - 0.3, step: 0.05, logarithmic: true };
}

/** Column whose labels are compared: the one wished for, the one that colours, else the first that has texts; '' for none. */
export function auditColumn(columns: Readonly<Record<string, MetadataColumn>> | undefined, wished: string, colorBy: string): string {
  const names = labelColumns(columns);
  return [wished, colorBy].find((name) => names.includes(name)) ?? names[0] ?? '';
}

/** Columns of texts; numbers measure, they do not name. */
export function labelColumns(columns: Readonly<Record<string, MetadataColumn>> | undefined): string[] {
  return Object.entries(columns ?? {})
    .filter(([, column]) => Array.isArray(column) && column.some((value: string | number | null) => typeof value === 'string' && value !== ''))
    .map(([name]) => name);
}
