import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { NeighborMetric, Neighborhood, RankedNeighbor } from '../../../engine';
import { hoverCard } from '../hover-card';
import { formatCount, formatFixed, formatValue } from '../../number-format';
import { neighborStringsFor, type NeighborStrings } from '../../strings/neighbors';
import type { MapContext } from '../map-context';
import { falseNeighbors, fateOf, type NeighborFate } from '../neighbor-fate';
import { toldDistance } from '../neighbor-table';
import { backIcon, copyIcon } from '../selection-icons';
import { panelStyles } from './panel.styles';

const METRICS: readonly NeighborMetric[] = ['cosine', 'euclidean', 'dot'];

/** Values of the slider. */
const COUNTS = { min: 5, max: 100 } as const;

const styles = css`
  .pinned-head { display: flex; gap: 2px; align-items: start; margin-inline-end: -8px; }
  .pinned-point { flex: 1; min-width: 0; padding-top: 4px; overflow-wrap: anywhere; }
  .pinned-point p, .pinned-point dl { margin: 0; }
  .pinned-point .card-context { color: var(--_text-secondary); }
  .pinned-point dl { margin-top: 2px; font-size: var(--_font-size-small); display: grid; grid-template-columns: fit-content(60%) minmax(0, 1fr); gap: 0 8px; }
  .pinned-point dt { color: var(--_text-secondary); }
  .pinned-point dd { margin: 0; }
  .neighbor-settings { margin-top: 8px; }
  .neighbor-settings output { min-width: 3ch; text-align: end; }
  .neighbor-settings input { min-width: 0; accent-color: var(--_accent); }
  .neighbor-settings .with-value { display: flex; align-items: center; gap: 8px; }
  .neighbor-settings .with-value input { flex: 1; }
  .neighbor-settings select { height: var(--_control); min-width: 0; border: 1px solid var(--_line); border-radius: var(--_radius-control); color: inherit; background: var(--_panel-opaque); font: inherit; padding: 0 4px; }
  .neighbor-note { margin: 0 0 4px; color: var(--_text-secondary); font-size: var(--_font-size-small); display: flex; align-items: center; gap: 6px; }
  .neighbor-line { flex: none; width: 26px; height: 8px; stroke: var(--_text); stroke-width: 1.5; fill: none; }
  .neighbors { list-style: none; margin: 0 -8px; padding: 0; }
  .neighbors button {
    display: grid; grid-template-columns: minmax(0, 1fr) auto 92px; gap: 8px; align-items: baseline; width: 100%; min-height: 24px; padding: 2px 8px;
    border: 0; border-radius: var(--_radius-control); color: inherit; background: none; font: inherit; text-align: start; cursor: pointer;
  }
  .neighbors button:hover { background: var(--_control-hover); }
  .neighbors button:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
  .neighbors .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .neighbors .rank { color: var(--_text-secondary); font-size: var(--_font-size-small); text-align: end; white-space: nowrap; }
  .neighbors .missing .rank, .neighbors .false .rank { color: var(--_text); font-weight: 600; }
  @media (pointer: coarse) { .neighbors button { min-height: 40px; align-items: center; } }
`;

/** What the card reads and asks of its tool. */
interface NeighborActions {
  readonly found: Neighborhood | null;
  readonly row: number;
  readonly canGoBack: boolean;
  readonly k: number;
  readonly metric: NeighborMetric;
  goTo(row: number): void;
  goBack(): void;
  copy(): Promise<void>;
}

/** The card of the pinned point: what is known of it, its nearest in the data, and what the map made of them. */
export class NeighborsPanel {
  readonly #context: MapContext;
  readonly #actions: NeighborActions;

  constructor(context: MapContext, actions: NeighborActions) {
    this.#context = context;
    this.#actions = actions;
    context.adoptStyles(panelStyles);
    context.adoptStyles(styles);
  }

  template(): TemplateResult {
    const { content, strings: common } = this.#context;
    const strings = neighborStringsFor(this.#context.locale);
    const { row, found } = this.#actions;
    if (row < 0) return html`<p class="drawer-note">${content.data?.vectors ? strings.hint : strings.noVectors}</p>`;
    return html`<div class="pinned-head">
        <div class="pinned-point">${hoverCard(content.data!, row, common)}</div>
        ${this.#button(strings.back, strings.keyBack, backIcon, this.#actions.canGoBack, () => this.#actions.goBack())}
        ${this.#button(strings.copy, null, copyIcon, found !== null, () => void this.#actions.copy())}
      </div>
      ${content.data?.vectors ? html`${this.#settings(strings)}${found ? this.#neighbors(found, strings) : html`<p class="drawer-note">${strings.searching}</p>`}` : html`<p class="drawer-note">${strings.noVectors}</p>`}`;
  }

  #count(count: number): string {
    return formatCount(count, this.#context.strings);
  }

  #button(name: string, key: string | null, icon: unknown, enabled: boolean, click: () => void): TemplateResult {
    return html`<button class="button" type="button" aria-label=${name} title=${key ? this.#context.strings.withKey(name, key) : name} ?disabled=${!enabled} @click=${click}>${icon}</button>`;
  }

  #settings(strings: NeighborStrings): TemplateResult {
    const { host } = this.#context;
    const { k, metric } = this.#actions;
    return html`<div class="neighbor-settings">
      <label class="setting"><span>${strings.count}</span><span class="with-value"><input type="range" min=${COUNTS.min} max=${COUNTS.max} step="5" .value=${String(k)}
        @input=${(event: Event) => { host.neighborCount = Number((event.target as HTMLInputElement).value); }} /><output>${this.#count(k)}</output></span></label>
      <label class="setting"><span>${strings.metric}</span><select .value=${metric}
        @change=${(event: Event) => { host.neighborMetric = (event.target as HTMLSelectElement).value as NeighborMetric; }}>
        ${METRICS.map((name) => html`<option value=${name} ?selected=${name === metric}>${strings.metrics[name]}</option>`)}</select></label>
    </div>`;
  }

  #neighbors(found: Neighborhood, strings: NeighborStrings): TemplateResult {
    const { content } = this.#context;
    const missing = found.nearest.filter((neighbor) => fateOf(neighbor, found) === 'missing').length;
    const kept = found.nearest.filter((neighbor) => fateOf(neighbor, found) === 'kept').length;
    const falsely = falseNeighbors(found);
    const [k, far] = [this.#count(found.nearest.length), this.#count(found.farRank)];
    const metric = strings.metrics[found.metric];
    return html`<h3>${content.isolated ? strings.nearestAlone(this.#count(content.points)) : strings.nearest} · ${metric}</h3>
      ${kept === 0 ? nothing : html`<p class="neighbor-note">${line('kept', strings.lineKept)}${strings.kept(this.#count(kept), k)}</p>`}
      ${missing === 0 ? nothing : html`<p class="neighbor-note">${line('missing', strings.lineMissing)}${strings.missing(this.#count(missing), far)}</p>`}
      <ol class="neighbors" aria-label=${strings.nearest}>${found.nearest.map((neighbor) => this.#neighbor(neighbor, fateOf(neighbor, found), found, strings))}</ol>
      ${found.onMap.length === 0
        ? nothing
        : html`<h3>${strings.onMap}</h3>
            <p class="neighbor-note">${falsely.length === 0
              ? strings.noneFalse(this.#count(found.onMap.length))
              : html`${line('false', strings.lineFalse)}${strings.false(this.#count(falsely.length), this.#count(found.onMap.length), far)}`}</p>
            <ol class="neighbors" aria-label=${strings.onMap}>${falsely.map((neighbor) => this.#neighbor(neighbor, 'false', found, strings))}</ol>`}`;
  }

  #neighbor(neighbor: RankedNeighbor, fate: NeighborFate, found: Neighborhood, strings: NeighborStrings): TemplateResult {
    const context = this.#context;
    const { id, rank, mapRank } = neighbor;
    const map = mapRank === null ? '' : this.#count(mapRank);
    const told = this.#count(rank);
    const words = {
      kept: [strings.mapRank(map), strings.mapRankTitle(map, told)],
      missing: [strings.mapRank(map), strings.farRankTitle(map, told)],
      false: [strings.falseRank(told), strings.falseRankTitle(map, told)],
      unplaced: [strings.unplaced, strings.unplaced],
    }[fate];
    return html`<li class=${fate}><button type="button" title=${words[1]} @click=${() => this.#actions.goTo(id)}
      @pointerenter=${() => context.hover(id)} @pointerleave=${() => context.hover(-1)} @focus=${() => context.hover(id)} @blur=${() => context.hover(-1)}>
      <span class="name">${context.content.data!.labels[id]}</span><span>${this.#distance(neighbor.distance, found)}</span><span class="rank">${words[0]}</span>
    </button></li>`;
  }

  #distance(distance: number, { metric }: Neighborhood): string {
    const { strings } = this.#context;
    return metric === 'cosine' ? formatFixed(distance, 3, strings) : formatValue(toldDistance(distance, metric), strings);
  }
}

/** How a line to such neighbours looks on the map. */
function line(fate: 'kept' | 'missing' | 'false', name: string): TemplateResult {
  const shape = { kept: svg`<path d="M0 4H26" />`, missing: svg`<path d="M0 4H24M19 1l5 3-5 3" />`, false: svg`<path d="M0 4H26" stroke-dasharray="4 3" />` }[fate];
  return html`<svg class="neighbor-line" viewBox="0 0 26 8" role="img" aria-label=${name}>${shape}</svg>`;
}
