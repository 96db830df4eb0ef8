import type { AuditRule, Findings } from '../../engine';
import { AUDIT_RULES } from './audit-settings';

/** What a table of findings needs to know of the points. */
export interface AuditTableSource {
  labelOf(row: number): string;
  idOf(row: number): number;
  noteOf(rule: AuditRule, index: number): string | number | null;
}

/** RFC 4180: quoted where a field holds a quote, a comma or a line break. */
const field = (value: string | number) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** All findings of an audit as a table: rule, id, label, value, note; the worst of each rule first. */
export function auditCsv(findings: Readonly<Record<AuditRule, Findings>>, source: AuditTableSource): string {
  const lines = ['rule,id,label,value,note'];
  for (const rule of AUDIT_RULES) {
    const { rows, values } = findings[rule];
    rows.forEach((row, i) => lines.push([rule, source.idOf(row), source.labelOf(row), values[i], source.noteOf(rule, i) ?? ''].map(field).join(',')));
  }
  return `${lines.join('\r\n')}\r\n`;
}
