import { html, nothing, type TemplateResult } from 'lit';
import type { AuditRule } from '../../../engine';
import { chevronIcon } from '../../icons';
import { formatCount, formatFixed, formatPercent, formatValue } from '../../number-format';
import { saveFile } from '../../save-file';
import { auditStringsFor, type AuditStrings } from '../../strings/audit';
import { auditCsv } from '../audit-csv';
import { AUDIT_NEIGHBORS, AUDIT_RULES, labelColumns, thresholdRange } from '../audit-settings';
import type { AuditTool } from '../audit-tool';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';
import { auditPanelStyles } from './audit-panel.styles';
import { panelStyles } from './panel.styles';
import { PointList } from './point-list';
import { pointListStyles } from './point-list.styles';

/** The rules of the audit, what each has found, and their thresholds. */
export class AuditPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #tool: AuditTool;
  readonly #list: PointList;
  /** The rule whose points are listed. */
  #open: AuditRule | null = null;

  constructor(context: MapContext, tool: AuditTool) {
    this.#context = context;
    this.#tool = tool;
    for (const styles of [panelStyles, pointListStyles, auditPanelStyles]) context.adoptStyles(styles);
    this.#list = new PointList({
      id: 'findings',
      root: context.host.renderRoot,
      label: () => this.#words.found(this.#words.rules[this.#open!]),
      item: (index) => this.#item(index),
      point: (index) => context.hover(this.#placed(index)),
      choose: (index) => this.#choose(index),
      requestUpdate: () => context.requestUpdate(),
    }, { takesFocus: true });
  }

  /** There are other findings, or none. */
  found(): void {
    const { findings } = this.#tool;
    this.#list.reset(this.#open && findings ? findings[this.#open].rows.length : 0);
  }

  closed(): void {
    this.#context.hover(-1);
  }

  template(): TemplateResult {
    const { content, rows, strings } = this.#context;
    const { findings, share, failure, recall } = this.#tool;
    const words = this.#words;
    if (!content.data?.vectors) return html`<p class="drawer-note">${words.noVectors}</p>`;
    if (share !== null) {
      return html`<p class="drawer-note" role="status">${words.running(formatPercent(share, strings))}</p>
        <progress class="audit-progress" max="1" .value=${share} aria-label=${words.running('')}></progress>
        <button class="button outlined" type="button" @click=${() => this.#tool.cancel()}>${words.cancel}</button>`;
    }
    if (!findings) {
      return html`<p class="drawer-note">${words.intro(formatCount(rows, strings), String(AUDIT_NEIGHBORS))}</p>
        ${failure ? html`<p class="drawer-note wrong" role="alert">${failure.message}</p>` : nothing}
        <button class="button primary audit-run" type="button" @click=${() => this.#tool.start()}>${words.run(formatCount(rows, strings))}</button>`;
    }
    return html`${AUDIT_RULES.map((rule) => this.#rule(rule))}
      <p class="audit-foot">${recall < 1 ? html`<span>${words.recall(formatFixed(recall, 2, strings))}</span>` : nothing}
        <button class="button outlined" type="button" @click=${this.#save}>${words.save}</button>
        <button class="button outlined" type="button" @click=${() => this.#tool.start()}>${words.again}</button></p>`;
  }

  get #words(): AuditStrings {
    return auditStringsFor(this.#context.locale);
  }

  #rule(rule: AuditRule): TemplateResult {
    const words = this.#words;
    const count = this.#tool.findings![rule].rows.length;
    const open = this.#open === rule;
    return html`<h3 class="audit-rule"><button class="entry" type="button" aria-expanded=${open ? 'true' : 'false'} aria-controls=${open ? 'audit-body' : nothing} @click=${() => this.#toggle(rule)}>
        <span class="audit-chevron">${chevronIcon}</span><span class="name">${words.rules[rule]}</span><span class="count">${formatCount(count, this.#context.strings)}</span></button></h3>
      ${open ? html`<div class="audit-body" id="audit-body">${this.#body(rule, count)}</div>` : nothing}`;
  }

  #body(rule: AuditRule, count: number): TemplateResult {
    const words = this.#words;
    const { column } = this.#tool;
    if (rule === 'labels' && column === '') return html`<p class="drawer-note">${words.noLabels}</p>`;
    return html`<p class="drawer-note">${this.#sentence(rule)}</p>
      ${rule === 'labels' ? this.#columnChoice(column) : nothing}
      ${this.#threshold(rule)}
      ${count === 0 ? html`<p class="drawer-note">${words.nothing}</p>` : html`
        <div><button class="button outlined" type="button" @click=${() => this.#context.select(this.#tool.findings![rule].rows)}>${words.select(formatCount(count, this.#context.strings))}</button></div>
        ${this.#list.template()}`}`;
  }

  #sentence(rule: AuditRule): string {
    const { strings } = this.#context;
    const { ruleTexts } = this.#words;
    const { facts } = this.#tool.findings![rule];
    const k = String(AUDIT_NEIGHBORS);
    const threshold = this.#tool.threshold(rule);
    const value = (fact: number | undefined) => (fact === undefined || Number.isNaN(fact) ? '–' : formatValue(fact, strings));
    if (rule === 'labels') return ruleTexts.labels(formatPercent(threshold, strings), k, this.#tool.column);
    if (rule === 'duplicates') return ruleTexts.duplicates(value(threshold), value(facts.typical), formatCount(facts.groups!, strings));
    if (rule === 'hubs') return ruleTexts.hubs(formatCount(Math.ceil(threshold * AUDIT_NEIGHBORS), strings), k, value(facts.skewness), formatCount(facts.orphans!, strings));
    return ruleTexts.norms(value(threshold), value(facts.median), formatCount(facts.zeros!, strings));
  }

  #columnChoice(column: string): TemplateResult {
    const words = this.#words;
    return html`<label class="setting"><span>${words.labelsFrom}</span>
      <select class="audit-select" @change=${(event: Event) => this.#tool.adjust({ auditColumn: (event.target as HTMLSelectElement).value })}>
        ${labelColumns(this.#context.content.data?.columns).map((name) => html`<option .selected=${name === column} value=${name}>${name}</option>`)}
      </select></label>`;
  }

  #threshold(rule: AuditRule): TemplateResult {
    const { host, strings } = this.#context;
    const { min, max, step, logarithmic } = thresholdRange(rule, host.metric, this.#tool.findings!.duplicates.facts.typical);
    const threshold = this.#tool.threshold(rule);
    const told = rule === 'labels' ? formatPercent(threshold, strings) : formatValue(threshold, strings);
    const change = (event: Event) => {
      const at = Number((event.target as HTMLInputElement).value);
      // No more digits than are told.
      const value = logarithmic ? Number((10 ** at).toPrecision(2)) : at;
      return this.#tool.adjust({ auditThresholds: { ...host.auditThresholds, [rule]: value } });
    };
    return html`<label class="setting"><span>${this.#words.thresholds[rule]}</span>
      <span class="audit-slider"><input type="range" min=${min} max=${max} step=${step} .value=${String(logarithmic ? Math.log10(threshold) : threshold)} aria-valuetext=${told} @change=${change}><output>${told}</output></span></label>`;
  }

  #item(index: number): TemplateResult {
    const rule = this.#open!;
    const { rows } = this.#tool.findings![rule];
    return html`<span class="point-list-name">${this.#context.content.data!.labels[rows[index]]}</span><span class="point-list-note">${this.#note(rule, index)}</span>`;
  }

  #note(rule: AuditRule, index: number): string {
    const { strings } = this.#context;
    const words = this.#words;
    const { rows, values } = this.#tool.findings![rule];
    const note = this.#tool.note(rule, index);
    if (rule === 'labels') return words.expected(this.#tool.labelOf(rows[index]), String(note), formatPercent(values[index], strings));
    if (rule === 'duplicates') return words.group(formatCount(Number(note), strings), formatValue(values[index], strings));
    return rule === 'hubs' ? words.lists(formatCount(values[index], strings)) : words.length(formatValue(values[index], strings));
  }

  /** Row of the map, or −1 where it has no place. */
  #placed(index: number): number {
    const row = index < 0 || !this.#open ? -1 : this.#tool.findings![this.#open].rows[index];
    return row < this.#context.shown ? row : -1;
  }

  #choose(index: number): void {
    this.#context.select([this.#tool.findings![this.#open!].rows[index]]);
    const row = this.#placed(index);
    if (row < 0) return;
    this.#context.hover(row);
    void this.#context.flyTo([row]);
  }

  #toggle(rule: AuditRule): void {
    this.#open = this.#open === rule ? null : rule;
    this.found();
    this.#context.requestUpdate();
  }

  readonly #save = () => {
    const { content, host } = this.#context;
    const csv = auditCsv(this.#tool.findings!, { labelOf: (row) => content.data!.labels[row], idOf: (row) => content.idOf(row), noteOf: (rule, index) => this.#tool.note(rule, index) });
    saveFile(host, new Blob([csv], { type: 'text/csv' }), 'audit.csv');
  };
}
