import { css, html, nothing, type TemplateResult } from 'lit';
import type { ColumnLift } from '../../../engine';
import { closeIcon } from '../../icons';
import { formatCount, formatValue } from '../../number-format';
import { selectionStringsFor, type SelectionStrings } from '../../strings/selection';
import type { MapContext } from '../map-context';
import { invertIcon, redoIcon, undoIcon } from '../selection-icons';
import type { NamedLift } from '../selection-tool';
import { PointList } from './point-list';
import { pointListStyles } from './point-list.styles';
import { SetsSection, setsStyles } from './sets-section';

const styles = css`
  .selection-head { display: flex; align-items: center; gap: 2px; margin-inline-end: -8px; }
  .selection-head p { flex: 1; min-width: 0; margin: 0; }
  .selection-hint { margin: 4px 0 0; color: var(--_text-secondary); font-size: var(--_font-size-small); }
  .isolate { margin-top: 6px; width: 100%; padding: 0 12px; }
  #selected-points { max-height: 196px; min-height: 0; margin-bottom: 0; }
  .lifts { margin: 0; }
  .lifts dt { margin-top: 6px; color: var(--_text-secondary); font-size: var(--_font-size-small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .lifts dd { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(44px, auto); gap: 0 10px; }
  .lifts dd.plain { display: block; }
  .lifts .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .lifts .count, .lifts .plain { color: var(--_text-secondary); }
  .lifts .lift { text-align: end; }
`;

/** What the panel reads of its tool. */
interface SelectionFacts {
  readonly lifts: readonly NamedLift[] | null;
}

/** How many points are selected and which, what sets them apart, and the named sets. */
export class SelectionPanel {
  readonly #context: MapContext;
  readonly #facts: SelectionFacts;
  readonly #points: PointList;
  #listed: Uint32Array | null = null;
  readonly #sets: SetsSection;

  constructor(context: MapContext, facts: SelectionFacts) {
    this.#context = context;
    this.#facts = facts;
    this.#points = new PointList({
      id: 'selected-points',
      root: context.host.renderRoot,
      label: () => selectionStringsFor(context.locale).points,
      item: (i) => html`<span class="point-list-name">${context.content.data!.labels[context.selected[i]]}</span>`,
      point: (i) => context.hover(i < 0 ? -1 : context.selected[i]),
      choose: (i) => void context.flyTo([context.selected[i]]),
      requestUpdate: () => context.requestUpdate(),
    }, { takesFocus: true });
    this.#sets = new SetsSection(context);
    for (const sheet of [styles, pointListStyles, setsStyles]) context.adoptStyles(sheet);
  }

  template(): TemplateResult {
    const { selected, rows } = this.#context;
    const strings = selectionStringsFor(this.#context.locale);
    const none = selected.length === 0;
    return html`${this.#head(strings)}
      ${none ? html`<p class="selection-hint">${strings.hint}</p>` : nothing}
      ${none || selected.length === rows ? nothing : this.#isolate(strings)}
      ${none ? nothing : this.#list(strings)}
      ${none ? nothing : this.#columns(strings)}
      ${this.#sets.template(strings)}`;
  }

  #count(count: number): string {
    return formatCount(count, this.#context.strings);
  }

  #head(strings: SelectionStrings): TemplateResult {
    const { selected, selection, host, rows, strings: common } = this.#context;
    const button = (name: string, key: string | null, icon: unknown, enabled: boolean, click: () => void) => html`<button class="button" type="button"
      aria-label=${name} title=${key ? common.withKey(name, key) : name} ?disabled=${!enabled} @click=${click}>${icon}</button>`;
    return html`<div class="selection-head">
      <p>${selected.length === 0 ? strings.none : strings.selected(this.#count(selected.length), this.#count(rows))}</p>
      ${button(strings.undo, strings.keyUndo, undoIcon, selection.canUndo, () => host.undo())}
      ${button(strings.redo, strings.keyRedo, redoIcon, selection.canRedo, () => host.redo())}
      ${button(strings.invert, null, invertIcon, rows > 0, () => host.invertSelection())}
      ${button(strings.clear, strings.keyEscape, closeIcon, selected.length > 0, () => host.select([]))}
    </div>`;
  }

  #isolate(strings: SelectionStrings): TemplateResult {
    const { content, host, selected } = this.#context;
    const count = this.#count(selected.length);
    return html`<button class="button primary isolate" type="button" @click=${() => void host.isolate()}>
      ${content.data?.vectors ? strings.isolate(count) : strings.isolateHere(count)}</button>`;
  }

  #list(strings: SelectionStrings): TemplateResult {
    const { selected } = this.#context;
    if (this.#listed !== selected) this.#points.reset(selected.length);
    this.#listed = selected;
    return html`<h3>${strings.points}</h3>${this.#points.template()}`;
  }

  #columns(strings: SelectionStrings): TemplateResult | typeof nothing {
    const { lifts } = this.#facts;
    if (Object.keys(this.#context.content.data?.columns ?? {}).length === 0) return nothing;
    return html`<h3>${strings.columns}</h3>
      ${lifts ? html`<dl class="lifts">${lifts.map(({ name, lift }) => html`<dt title=${name}>${name}</dt>${this.#lift(lift, strings)}`)}</dl>` : html`<p class="drawer-note">${strings.comparing}</p>`}`;
  }

  #lift(lift: ColumnLift, strings: SelectionStrings): TemplateResult | TemplateResult[] {
    const { strings: common } = this.#context;
    if (lift.kind === 'number') {
      return html`<dd class="plain">${Number.isNaN(lift.mean) ? strings.noValues : strings.mean(formatValue(lift.mean, common), formatValue(lift.meanOfAll, common))}</dd>`;
    }
    if (lift.values.length === 0) return html`<dd class="plain">${strings.noValues}</dd>`;
    const lines = lift.values.map(({ value, count, lift: times }) => {
      const shown = formatValue(Number(times.toPrecision(2)), common);
      return html`<dd title=${strings.liftTitle(value, this.#count(count), shown)}>
        <span class="name">${value}</span><span class="count">${this.#count(count)}</span><span class="lift">${strings.lift(shown)}</span>
      </dd>`;
    });
    const more = lift.distinct - lift.values.length;
    return more > 0 ? [...lines, html`<dd class="plain">${strings.moreValues(this.#count(more))}</dd>`] : lines;
  }
}
