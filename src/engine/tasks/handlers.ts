import { clusterOrder } from '../activation/cluster-units';
import { patternRanges } from '../activation/pattern-ranges';
import { unitResponses, type UnitResponse } from '../activation/rank-units';
import { finishNow } from '../stepwise';
import { NoiseAudit, type AuditEvidence, type AuditRule, type Findings } from '../audit';
import { FvError } from '../errors';
import { mapRegions, type RegionLevel } from '../labels/map-regions';
import { TextSearch, type TextMatches, type TextQuery, type RowMarks } from '../search';
import type { TaskHandlerMap, TaskScope } from './messages';

/** Everything a task worker can do; a part of the engine adds its handlers here. */
export function createTaskHandlers() {
  const texts = new TextSearch();
  let audit: NoiseAudit | null = null;
  return {
    'search-clear': () => texts.clear(),
    'search-append': (args: { field: number; texts: readonly string[] }) => texts.append(args.field, args.texts),
    search(query: TextQuery, scope: TaskScope): TextMatches {
      const matches = texts.search(query);
      scope.transfer(matches.ids.buffer, matches.ranked.buffer);
      return matches;
    },
    'search-marks': ({ query, ids }: { query: TextQuery; ids: readonly number[] }): RowMarks[] => texts.marks(query, ids),
    async regions({ positions, muted }: { positions: Float32Array; muted: Uint8Array | null }, scope: TaskScope): Promise<RegionLevel[]> {
      const levels = await mapRegions(positions, { muted });
      scope.transfer(...levels.map(({ cells }) => cells.buffer));
      return levels;
    },
    'unit-responses': ({ columns, mask, firstUnit }: { columns: Float32Array; mask: Uint8Array; firstUnit: number }): UnitResponse[] => finishNow(unitResponses(columns, mask, firstUnit)),
    'pattern-ranges': (args: { texts: readonly string[]; source: string }): Uint32Array[] => patternRanges(args.texts, args.source),
    'cluster-units': ({ rows, n, length }: { rows: Float32Array; n: number; length: number }): number[] => clusterOrder(rows, n, length),
    'audit-begin'(evidence: AuditEvidence): void {
      audit = new NoiseAudit(evidence);
    },
    'audit-labels': (codes: Int32Array | null) => audit?.setLabels(codes),
    'audit-find'({ rule, threshold }: { rule: AuditRule; threshold: number }, scope: TaskScope): Findings {
      if (audit === null) throw new FvError({ code: 'internal', expected: 'evidence', received: 'none', fix: 'begin the audit first' });
      const findings = audit.find(rule, threshold);
      scope.transfer(findings.rows.buffer, findings.values.buffer);
      return findings;
    },
  } satisfies TaskHandlerMap;
}

/** Handlers by name, with what each takes and gives. */
export type TaskHandlers = ReturnType<typeof createTaskHandlers>;
