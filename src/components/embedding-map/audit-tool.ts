import { FvError, labelCodes, neighborTable, TaskWorker, vectorNorms, type AuditRule, type Findings } from '../../engine';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { auditStringsFor } from '../strings/audit';
import { AUDIT_NEIGHBORS, AUDIT_RULES, auditColumn, thresholdOf, type AuditThresholds } from './audit-settings';
import type { MapContext } from './map-context';
import { noVectors } from './map-errors';
import type { MapPanel, MapTool } from './map-tools';
import { AuditPanel } from './panels/audit-panel';

/** The points that one rule names. */
export interface AuditFindings extends Pick<Findings, 'values' | 'facts'> {
  /** The worst first; near-duplicates group by group. */
  ids: Uint32Array;
  threshold: number;
  /** `labels`: the label expected; `duplicates`: the number of the group; null for the others. */
  notes: readonly (string | number)[] | null;
}

/** What an audit has found, by rule. */
export type AuditReport = Record<AuditRule, AuditFindings>;

/** Options of `audit()`. */
export interface AuditOptions {
  signal?: AbortSignal;
  /** Hears the share of the neighbours found, 0 … 1. */
  onProgress?: (share: number) => void;
}

/**
 * Looks for noise in the data: labels unlike their neighbours', near-duplicates, hubs, odd vectors. The neighbours are
 * found once, in a worker with all cores; thresholds and the column of labels can change afterwards.
 */
export class AuditTool implements MapTool {
  readonly panel: MapPanel & AuditPanel;
  readonly #context: MapContext;
  readonly #worker = new TaskWorker();
  #abort: AbortController | null = null;
  #share = 0;
  #recall = 1;
  #labelNames: string[] = [];
  #codes: Int32Array | null = null;
  #findings: Record<AuditRule, Findings> | null = null;
  /** What the findings are of: data, column, thresholds. */
  #evidence = '';
  #asked = '';
  #failure: FvError | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    this.panel = new AuditPanel(context, this);
    context.subscribe((change) => {
      if (change === 'data' || change === 'rows') this.#forget();
      else if (change === 'properties' && this.#findings && this.#asked !== this.#question()) void this.#ask().catch((error: unknown) => context.report(FvError.from(error)));
    });
  }

  /** Share of the neighbours found; null while nothing runs. */
  get share(): number | null {
    return this.#abort ? this.#share : null;
  }

  /** What each rule names; null before an audit. */
  get findings(): Readonly<Record<AuditRule, Findings>> | null {
    return this.#findings;
  }

  /** Share of true neighbours found, on a sample. */
  get recall(): number {
    return this.#recall;
  }

  get failure(): FvError | null {
    return this.#failure;
  }

  /** The thresholds in force; that of near-duplicates by distance needs an audit. */
  threshold(rule: AuditRule): number {
    const { host } = this.#context;
    return thresholdOf(rule, host.auditThresholds, host.metric, this.#findings?.duplicates.facts.typical);
  }

  /** Column whose labels are compared; '' for none. */
  get column(): string {
    const { host, content } = this.#context;
    return auditColumn(content.data?.columns, host.auditColumn, host.colorBy);
  }

  /** What a row of `rule`'s findings says besides its value. */
  note(rule: AuditRule, index: number): string | number | null {
    const notes = this.#findings?.[rule].notes;
    if (!notes) return null;
    return rule === 'labels' ? this.#labelNames[notes[index]] : notes[index] + 1;
  }

  /** The label of a row in {@link AuditTool.column}. */
  labelOf(row: number): string {
    return this.#labelNames[this.#codes?.[row] ?? -1] ?? '';
  }

  /** Audits the points of interest. @throws FvError without vectors; `aborted` when cancelled, by `signal` or by other data. */
  async audit({ signal, onProgress }: AuditOptions = {}): Promise<AuditReport> {
    const { content, host, rows } = this.#context;
    const { data } = content;
    if (!data?.vectors) throw noVectors();
    this.#forget();
    const abort = (this.#abort = new AbortController());
    const stop = () => abort.abort();
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    this.#context.requestUpdate();
    try {
      const dimensions = data.dimensions!;
      const vectors = data.vectors.subarray(0, rows * dimensions);
      const told = (share: number) => {
        onProgress?.(share);
        const before = this.#share;
        this.#share = share;
        if (Math.floor(100 * share) !== Math.floor(100 * before)) this.#context.requestUpdate();
      };
      const table = await neighborTable(vectors, { dimensions, k: AUDIT_NEIGHBORS, metric: host.metric, backend: host.backend, signal: abort.signal, onProgress: told });
      const norms = await vectorNorms(vectors, dimensions, abort.signal);
      this.#recall = table.recall ?? 1;
      const { indices, distances, k } = table;
      await this.#worker.call('audit-begin', { indices, distances, k, norms }, { transfer: [indices.buffer as ArrayBuffer, distances.buffer as ArrayBuffer, norms.buffer as ArrayBuffer], signal: abort.signal });
      this.#evidence = '';
      await this.#ask(abort.signal);
      return this.#report();
    } finally {
      signal?.removeEventListener('abort', stop);
      if (this.#abort === abort) this.#abort = null;
      this.#context.requestUpdate();
    }
  }

  /** {@link audit} as the user starts it: with the event, failures in the panel. */
  async start(): Promise<void> {
    try {
      await this.audit();
      const { strings, locale } = this.#context;
      const words = auditStringsFor(locale);
      const counts = AUDIT_RULES.map((rule) => words.count(words.rules[rule], formatCount(this.#findings![rule].rows.length, strings)));
      this.#context.announce(words.announceDone(counts.join(', ')));
      this.#tell();
    } catch (error) {
      const failure = FvError.from(error);
      if (failure.code === 'aborted') return;
      this.#failure = failure;
      this.#context.report(failure);
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Changes column or thresholds as the user does: with the event. */
  async adjust(change: { auditColumn?: string; auditThresholds?: AuditThresholds }): Promise<void> {
    Object.assign(this.#context.host, change);
    if (this.#findings) await this.#ask();
    this.#tell();
  }

  disconnected(): void {
    this.#forget();
  }

  #tell(): void {
    const counts = Object.fromEntries(AUDIT_RULES.map((rule) => [rule, this.#findings?.[rule].rows.length ?? 0])) as Record<AuditRule, number>;
    emit(this.#context.host, 'fv-audit-change', { column: this.column, counts });
  }

  /** Other points: nothing that was found holds. */
  #forget(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#worker.stop();
    this.#findings = this.#codes = this.#failure = null;
    this.#share = 0;
    this.#asked = '';
    this.panel.found();
  }

  #question(): string {
    return JSON.stringify([this.column, this.#context.host.auditThresholds]);
  }

  /** Asks the worker for the findings of the settings now in force. */
  async #ask(signal?: AbortSignal): Promise<void> {
    const asked = (this.#asked = this.#question());
    const { column } = this;
    const { content, rows } = this.#context;
    if (this.#evidence !== column || this.#codes === null) {
      const values = column === '' ? null : content.data!.columns![column];
      const { codes, names } = values ? await labelCodes(values.slice(0, rows), signal) : { codes: null, names: [] };
      await this.#worker.call('audit-labels', codes, { signal });
      this.#codes = codes;
      this.#labelNames = names;
      this.#evidence = column;
    }
    const { duplicates } = this.#findings ?? { duplicates: await this.#find('duplicates', 0, signal) };
    const { host } = this.#context;
    const found = await Promise.all(AUDIT_RULES.map((rule) => this.#find(rule, thresholdOf(rule, host.auditThresholds, host.metric, duplicates.facts.typical), signal)));
    if (asked !== this.#asked) return;
    this.#findings = Object.fromEntries(AUDIT_RULES.map((rule, i) => [rule, found[i]])) as Record<AuditRule, Findings>;
    this.panel.found();
    this.#context.requestUpdate();
  }

  #find(rule: AuditRule, threshold: number, signal?: AbortSignal): Promise<Findings> {
    return this.#worker.call('audit-find', { rule, threshold }, { signal });
  }

  #report(): AuditReport {
    const { content } = this.#context;
    return Object.fromEntries(AUDIT_RULES.map((rule): [AuditRule, AuditFindings] => {
      const { rows, values, notes, facts } = this.#findings![rule];
      return [rule, { ids: rows.map((row) => content.idOf(row)), values, facts, threshold: this.threshold(rule), notes: notes && Array.from(notes, (_, i) => this.note(rule, i)!) }];
    })) as AuditReport;
  }
}
