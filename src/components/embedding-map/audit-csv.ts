import type { AuditRule, Findings } from '../../engine';
import { csvLines } from '../csv';
import { AUDIT_RULES } from './audit-settings';

/** What a table of findings needs to know of the points. */
export interface AuditTableSource {
  labelOf(row: number): string;
  idOf(row: number): number;
  noteOf(rule: AuditRule, index: number): string | number | null;
}

/** All findings of an audit as a table: rule, id, label, value, note; the worst of each rule first. */
export function auditCsv(findings: Readonly<Record<AuditRule, Findings>>, source: AuditTableSource): string {
  const lines: (string | number | null)[][] = [['rule', 'id', 'label', 'value', 'note']];
  for (const rule of AUDIT_RULES) {
    const { rows, values } = findings[rule];
    rows.forEach((row, i) => lines.push([rule, source.idOf(row), source.labelOf(row), values[i], source.noteOf(rule, i)]));
  }
  return csvLines(lines);
}
